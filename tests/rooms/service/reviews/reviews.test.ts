import { eq } from "drizzle-orm";
import { array, constantFrom, integer, nat, record, sample } from "fast-check";
import { describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { reviews, reviewFlags } from "@/db/schema/reviews";
import { stations } from "@/db/schema/stations";
import { uploads } from "@/db/schema/files";
import { inTransaction } from "@/lib/core/context";
import { anonymous } from "@/lib/core/actor";
import {
  keepReviewPhoto,
  listReviews,
  readBookingReview,
  readReviewPhoto,
  recountRatings,
  updateReview,
  withdrawReview,
} from "@/lib/service/reviews";
import { eraser, invariants } from "@/lib/service/reviews/inside";
import { shortName } from "@/lib/service/reviews/rules";
import { UpdateReview } from "@/lib/service/reviews/schema";
import { readStation } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { tinyPng } from "../../../support/pictures";
import { hours } from "../../../support/test-clock";
import { settingOf } from "../../charging/bookings/setting";
import { ratingOf, say, visit } from "./visits";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);
const page = { page: 1, limit: 10 };
const daysMs = (days: number) => hours(24 * days);

const change = (owner: Parameters<typeof s.as>[0], id: string, said: object) =>
  updateReview(s.as(owner), { id, ...UpdateReview.parse(said) });
const photo = async (owner: Parameters<typeof s.as>[0], id: string) =>
  (await keepReviewPhoto(s.as(owner), { id, bytes: tinyPng })).id;

/** What is true of reviews after whatever happened. */
async function holds() {
  for (const { name, find } of invariants) {
    expect(await find(s.job("invariants")), name).toEqual([]);
  }
}

describe("a review", () => {
  it("is Approved and counts at once as a score alone, and waits with words or a picture", async () => {
    const stationId = await s.station();
    const [plain, worded, pictured] = [
      await visit(s, stationId, 4),
      await visit(s, stationId, 5),
      await visit(s, stationId, 6),
    ];
    const first = await say(s, plain.owner, plain.id, { score: 4, text: "  " });
    expect(first).toMatchObject({ status: "Approved", text: null, can: ["edit", "withdraw"] });
    expect(await ratingOf(s, stationId)).toEqual([4, 1]);
    const second = await say(s, worded.owner, worded.id, { score: 1, text: "Dark." });
    const uploadIds = [await photo(pictured.owner, pictured.id)];
    const third = await say(s, pictured.owner, pictured.id, { score: 1, uploadIds });
    expect([second.status, third.status]).toEqual(["Pending", "Pending"]);
    expect(await ratingOf(s, stationId)).toEqual([4, 1]);
    await holds();
  });

  it("is for its owner, of a completed visit, until the window closes to the millisecond", async () => {
    const stationId = await s.station();
    const done = await visit(s, stationId, 4);
    const other = await s.owner();
    await expect(say(s, other, done.id, { score: 5 })).rejects.toMatchObject({
      code: "booking.not_found",
    });
    const coming = await s.book(other, 30, 31, stationId);
    await expect(say(s, other, coming.id, { score: 5 })).rejects.toMatchObject({
      code: "review.not_completed",
    });
    const last = new Date(done.endedAt.getTime() + daysMs(14));
    const told = { review: null, writeUntil: last.toISOString() };
    expect(await readBookingReview(s.as(done.owner), done)).toEqual(told);
    s.clock.set(new Date(last.getTime() + 1));
    await expect(say(s, done.owner, done.id, { score: 5 })).rejects.toMatchObject({
      code: "review.too_late",
    });
    expect((await readBookingReview(s.as(done.owner), done)).writeUntil).toBeNull();
    s.clock.set(last);
    await say(s, done.owner, done.id, { score: 5 });
    await expect(say(s, done.owner, done.id, { score: 5 })).rejects.toMatchObject({
      code: "review.exists",
    });
  });

  it("is written once by whoever taps twice", async () => {
    const stationId = await s.station();
    const { id, owner } = await visit(s, stationId, 4);
    const tries = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((score) => say(s, owner, id, { score })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await ratingOf(s, stationId))[1]).toBe(1);
    await holds();
  });

  it("is changed for 48 hours, and taken back at any time, words and pictures with it", async () => {
    const stationId = await s.station();
    const { id: bookingId, owner } = await visit(s, stationId, 4);
    const [keep, lose, add] = [
      await photo(owner, bookingId),
      await photo(owner, bookingId),
      await photo(owner, bookingId),
    ];
    const { id } = await say(s, owner, bookingId, { score: 2, uploadIds: [lose, keep] });
    const changed = await change(owner, id, { text: "Mended now.", uploadIds: [keep, add] });
    expect(changed.photos.map((one) => one.id)).toEqual([keep, add]);
    expect(changed).toMatchObject({ score: 2, status: "Pending" });
    const alone = await change(owner, id, { score: 4, text: null, uploadIds: [] });
    expect(alone).toMatchObject({ status: "Approved", photos: [] });
    expect(await ratingOf(s, stationId)).toEqual([4, 1]);
    s.clock.set(new Date(Date.parse(alone.editableUntil)));
    await change(owner, id, { text: "Once more." });
    s.clock.advance(1);
    await expect(change(owner, id, { score: 1 })).rejects.toMatchObject({
      code: "review.edit_closed",
    });
    expect(await withdrawReview(s.as(owner), { id })).toMatchObject({
      status: "Withdrawn",
      text: null,
      can: [],
    });
    expect(await ratingOf(s, stationId)).toEqual([0, 0]);
    await expect(withdrawReview(s.as(owner), { id })).rejects.toMatchObject({
      code: "review.status",
    });
    await expect(say(s, owner, bookingId, { score: 5 })).rejects.toMatchObject({
      code: "review.exists",
    });
    const left = await db.select().from(uploads).where(eq(uploads.userId, owner.userId));
    expect(new Set(left.map(({ status }) => status))).toEqual(new Set(["Deleted"]));
    await holds();
  });

  it("takes no picture that is another's, in use, or a fifth", async () => {
    const stationId = await s.station();
    const [one, two] = [await visit(s, stationId, 4), await visit(s, stationId, 5)];
    const theirs = await photo(two.owner, two.id);
    await expect(
      say(s, one.owner, one.id, { score: 5, uploadIds: [theirs] }),
    ).rejects.toMatchObject({ code: "upload.not_claimable" });
    await say(s, two.owner, two.id, { score: 5, uploadIds: [theirs] });
    await expect(
      say(s, one.owner, one.id, { score: 5, uploadIds: [theirs] }),
    ).rejects.toMatchObject({ code: "upload.not_claimable" });
    const five = Array.from({ length: 5 }, () => crypto.randomUUID());
    expect(() => UpdateReview.parse({ uploadIds: five })).toThrow();
    expect(await ratingOf(s, stationId)).toEqual([0, 0]);
  });
});

describe("what others see", () => {
  it("begins with three, and names nobody in full", async () => {
    const stationId = await s.station();
    const nobody = s.as(anonymous);
    for (const [hour, score] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const { id, owner } = await visit(s, stationId, hour);
      await say(s, owner, id, { score });
    }
    expect((await readStation(nobody, stationId)).rating).toBeNull();
    expect(await listReviews(nobody, { id: stationId, ...page })).toEqual({ items: [], total: 0 });
    const third = await visit(s, stationId, 6);
    const pending = await visit(s, stationId, 7);
    const uploadIds = [await photo(pending.owner, pending.id)];
    const hidden = await say(s, pending.owner, pending.id, { score: 1, text: "No.", uploadIds });
    await say(s, third.owner, third.id, { score: 5 });
    expect((await readStation(nobody, stationId)).rating).toEqual({ average: 4.7, count: 3 });
    const { items, total } = await listReviews(nobody, { id: stationId, ...page });
    expect([total, items.map(({ score }) => score)]).toEqual([3, [5, 4, 5]]);
    expect(items[0]).toMatchObject({ author: shortName(third.owner.name), month: "2026-06" });
    // Who deletes their account is hidden at once, and their words with them.
    const gone = { status: "Deleted", deletedAt: s.clock.now(), deletedFrom: "Active" } as const;
    await db.update(reviews).set({ text: "Ask for me." }).where(eq(reviews.bookingId, third.id));
    const latest = async () => (await listReviews(nobody, { id: stationId, ...page })).items[0];
    expect(await latest()).toMatchObject({ score: 5, text: "Ask for me." });
    await db.update(users).set(gone).where(eq(users.id, third.owner.userId));
    expect(await latest()).toMatchObject({ score: 5, text: null, author: null, photos: [] });
    const asked = { id: hidden.id, photoId: uploadIds[0] ?? "" };
    expect((await readReviewPhoto(s.as(pending.owner), asked)).contentType).toBe("image/webp");
    await expect(readReviewPhoto(nobody, asked)).rejects.toMatchObject({
      code: "review.not_found",
    });
    await expect(readReviewPhoto(s.as(third.owner), asked)).rejects.toMatchObject({
      code: "review.not_found",
    });
  });

  it.each([
    ["Dora Perera", "Dora P."],
    ["  Ana  Maria de Souza ", "Ana S."],
    ["Madonna", "Madonna"],
    ["小川 𠮷田", "小川 𠮷."],
  ])("calls %s %s", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

it("a rating is what a recount says after any moves, and a wrong one is put right and said", async () => {
  const stationId = await s.station({ capacity: 8 });
  const visits = [];
  for (const hour of [4, 5, 6, 7]) visits.push(await visit(s, stationId, hour));
  const moves = array(
    record({
      who: nat({ max: visits.length - 1 }),
      score: integer({ min: 1, max: 5 }),
      text: constantFrom(null, "So so."),
      // One in a hundred is the last of its review.
      last: nat({ max: 99 }),
    }),
    { minLength: 300, maxLength: 300 },
  );
  const drawn = sample(moves, { numRuns: 1, seed: 7 }).flat();
  for (const [index, { who, score, text, last }] of drawn.entries()) {
    const chosen = visits[who];
    if (!chosen) throw new Error("There is no such visit.");
    const { id, owner } = chosen;
    const { review } = await readBookingReview(s.as(owner), { id });
    if (!review) await say(s, owner, id, { score, ...(text !== null && { text }) });
    else if (review.can.includes("edit")) {
      if (last === 0) await withdrawReview(s.as(owner), { id: review.id });
      else await change(owner, review.id, { score, text });
    }
    if (index % 10 === 0) await holds();
  }
  expect(await recountRatings(s.job("ratings"))).toEqual([]);
  await db.update(stations).set({ ratingSum: 99 }).where(eq(stations.id, stationId));
  const [wrong] = await recountRatings(s.job("ratings"));
  expect(wrong).toMatchObject({ stationId, was: { sum: 99 } });
  await holds();
});

it("an author is forgotten: name, words and pictures go, the score and its time stay", async () => {
  const stationId = await s.station();
  const { id: bookingId, owner } = await visit(s, stationId, 4);
  const uploadIds = [await photo(owner, bookingId)];
  const { id } = await say(s, owner, bookingId, { score: 2, text: "Ask for Dora.", uploadIds });
  const reader = await visit(s, stationId, 5);
  await say(s, reader.owner, reader.id, { score: 3, text: `Thanks to ${owner.name} Perera` });
  await db
    .insert(reviewFlags)
    .values({ reviewId: id, userId: owner.userId, createdAt: new Date() });
  const person = { userId: owner.userId, texts: [`${owner.name} Perera`], name: "Erased driver" };
  const counts = await inTransaction(s.job("clean-up"), (ctx) => eraser.erase(ctx, person));
  expect(counts).toEqual({ reviews: 1, reviewWords: 2, reviewFlags: 1 });
  const [left] = await db.select().from(reviews).where(eq(reviews.id, id));
  expect(left).toMatchObject({ userId: null, text: null, score: 2, status: "Pending" });
  const [file] = await db
    .select()
    .from(uploads)
    .where(eq(uploads.id, uploadIds[0] ?? ""));
  expect(file?.status).toBe("Deleted");
});
