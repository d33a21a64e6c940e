import { describe, expect, it } from "vitest";

import {
  cancelBooking,
  createBooking,
  modifyBooking,
  readDailyCapacity,
} from "@/lib/charging/bookings";
import { joinWaiting, leaveWaiting } from "@/lib/charging/waiting";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import type { UserActor } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  expectParked,
  mixedStation,
  plugsAt,
} from "../bookings/mixed-station";
import { at, refusal, settingOf } from "../bookings/setting";
import { entryOf, eventsOf, own, serve, wait } from "./lines";

const { db } = await testDatabase({ max: 16 });
const s = await settingOf(db);

/** A station of so many places, all of them booked for `[from, to)`. */
async function fullStation(capacity: number, [from, to]: readonly [number, number]) {
  const stationId = await s.station({ capacity });
  const held: { owner: UserActor; id: string }[] = [];
  for (let place = 0; place < capacity; place += 1) {
    const owner = await s.owner();
    held.push({ owner, id: (await s.book(owner, from, to, stationId)).id });
  }
  const free = async (index = 0) => {
    const one = held[index];
    if (one) await cancelBooking(s.as(one.owner), { id: one.id, chargeFee: false });
  };
  return { stationId, free };
}

const book = (
  owner: UserActor,
  stationId: string,
  [from, to]: readonly [number, number],
  offerId?: string,
) => createBooking(s.as(owner), { stationId, startsAt: at(from), endsAt: at(to), offerId });

describe("a line", () => {
  it("is joined for what is full, by who may book, in the order of coming", async () => {
    const { stationId } = await fullStation(1, [30, 31]);
    const [first, second] = [await s.owner(), await s.owner()];
    const entry = await wait(s, first, [30, 31], { stationId });
    expect(entry).toMatchObject({ status: "Waiting", rank: 1, can: ["leave"] });
    s.clock.advance(1_000);
    expect(await wait(s, second, [30, 31], { stationId })).toMatchObject({ rank: 2 });
    // Two taps are one entry.
    expect(await wait(s, first, [30, 31], { stationId })).toMatchObject({ id: entry.id, rank: 1 });
    await leaveWaiting(s.as(first), { id: entry.id });
    expect(await own(s, second)).toEqual([["Waiting", 1]]);
    expect(await own(s, first)).toEqual([["Left", null]]);
    expect(await eventsOf(s, entry.id)).toEqual(["waiting.joined", "waiting.left"]);
    expect(await refusal(leaveWaiting(s.as(first), { id: entry.id }))).toBe("waiting.status");
    expect(await refusal(leaveWaiting(s.as(second), { id: entry.id }))).toBe("waiting.not_found");
  });

  it("is refused for what is free, past, no slot, too far, too long or booked", async () => {
    const { stationId } = await fullStation(1, [30, 31]);
    const owner = await s.owner();
    const asked = (from: number, to: number) => refusal(wait(s, owner, [from, to], { stationId }));
    expect(await asked(40, 41)).toBe("waiting.not_full");
    expect(await asked(-1, 0)).toBe("booking.in_past");
    expect(await asked(30.5, 31.5)).toBe("booking.not_on_slots");
    expect(await asked(24 * 7 + 1, 24 * 7 + 2)).toBe("booking.too_far_ahead");
    expect(await asked(29, 34)).toBe("booking.too_many_slots");
    await s.book(owner, 30, 31);
    expect(await asked(30, 31)).toBe("booking.overlap");
    const someone = s.as({ kind: "Anonymous" });
    const time = { stationId, startsAt: at(30), endsAt: at(31) };
    expect(await refusal(joinWaiting(someone, time))).toBe("auth.required");
    expect(await refusal(joinWaiting(s.as(s.operator), time))).toBe("request.forbidden");
  });

  it("eleven lines are one too many", async () => {
    const { stationId } = await fullStation(1, [30, 34]);
    const more = await fullStation(1, [34, 38]);
    const last = await fullStation(1, [40, 43]);
    const owner = await s.owner();
    for (const hour of [30, 31, 32, 33]) await wait(s, owner, [hour, hour + 1], { stationId });
    for (const hour of [34, 35, 36, 37]) {
      await wait(s, owner, [hour, hour + 1], { stationId: more.stationId });
    }
    const at40 = (hour: number) => wait(s, owner, [hour, hour + 1], { stationId: last.stationId });
    await at40(40);
    await at40(41);
    expect(await refusal(at40(42))).toBe("waiting.too_many");
  });
});

describe("what becomes free", () => {
  it("is held for the first for ten minutes, then for the next, by a real reservation", async () => {
    const { stationId, free } = await fullStation(1, [30, 31]);
    const [first, second, stranger] = [await s.owner(), await s.owner(), await s.owner()];
    const { id } = await wait(s, first, [30, 31], { stationId });
    s.clock.advance(1_000);
    const next = await wait(s, second, [30, 31], { stationId });
    await free();
    expect(await serve(s)).toEqual({ expired: 0, offered: 1 });
    const offered = await entryOf(s, id);
    expect(offered).toMatchObject({
      status: "Offered",
      offerEndsAt: new Date(s.clock.now().getTime() + minutes(10)),
    });
    expect(await s.reserved(stationId)).toEqual({ 30: 1 });
    expect(await refusal(book(stranger, stationId, [30, 31]))).toBe("slot.full");
    const day = await readDailyCapacity(s.as(s.office), { stationId, date: "2026-06-02" });
    expect(day.slots.find(({ startsAt }) => startsAt === at(30).toISOString())).toMatchObject({
      reserved: 1,
      offered: 1,
      byStatus: { CanceledByOwner: 1 },
    });
    expect(await serve(s)).toEqual({ expired: 0, offered: 0 });
    await s.holds();

    s.clock.advance(minutes(10) - 1);
    expect(await serve(s)).toEqual({ expired: 0, offered: 0 });
    s.clock.advance(1);
    expect(await serve(s)).toEqual({ expired: 1, offered: 1 });
    expect(await entryOf(s, id)).toMatchObject({ status: "Expired" });
    expect(await entryOf(s, next.id)).toMatchObject({ status: "Offered" });
    expect(await refusal(book(first, stationId, [30, 31], id))).toBe("offer.ended");
    const made = await book(second, stationId, [30, 31], next.id);
    expect(made.status).toBe("Pending");
    expect(await entryOf(s, next.id)).toMatchObject({ status: "Taken" });
    expect(await s.reserved(stationId)).toEqual({ 30: 1 });
    await s.holds();
    expect(await eventsOf(s, id)).toEqual(["waiting.joined", "waiting.offered", "waiting.expired"]);
  });

  it("goes past nobody: who asks for it before the worker comes is refused, the first may have it", async () => {
    const { stationId, free } = await fullStation(1, [30, 31]);
    const [first, stranger] = [await s.owner(), await s.owner()];
    const { id } = await wait(s, first, [30, 31], { stationId });
    await free();
    expect(await refusal(book(stranger, stationId, [30, 31]))).toBe("slot.full");
    // Without an offer yet, and without naming one.
    await book(first, stationId, [30, 31]);
    expect(await entryOf(s, id)).toMatchObject({ status: "Taken" });
    expect(await s.reserved(stationId)).toEqual({ 30: 1 });
    await s.holds();
  });

  it("is anybody's where there is more than those in line can take", async () => {
    const { stationId, free } = await fullStation(2, [30, 31]);
    const [first, stranger] = [await s.owner(), await s.owner()];
    const { id } = await wait(s, first, [30, 31], { stationId });
    await free(0);
    await free(1);
    await book(stranger, stationId, [30, 31]);
    // Who stands in line was served before.
    expect(await entryOf(s, id)).toMatchObject({ status: "Offered" });
    expect(await s.reserved(stationId)).toEqual({ 30: 2 });
    await s.holds();
  });

  it("given back, goes to the next", async () => {
    const { stationId, free } = await fullStation(1, [30, 31]);
    const [first, second] = [await s.owner(), await s.owner()];
    const { id } = await wait(s, first, [30, 31], { stationId });
    s.clock.advance(1_000);
    const next = await wait(s, second, [30, 31], { stationId });
    await free();
    await serve(s);
    expect(await leaveWaiting(s.as(first), { id })).toMatchObject({ status: "Passed", rank: null });
    expect(await s.reserved(stationId)).toEqual({});
    await serve(s);
    expect(await entryOf(s, next.id)).toMatchObject({ status: "Offered" });
    await s.holds();
  });

  it("is held no longer than until its slot begins, where all waiting ends", async () => {
    const { stationId, free } = await fullStation(1, [30, 31]);
    const [first, second] = [await s.owner(), await s.owner()];
    const { id } = await wait(s, first, [30, 31], { stationId });
    s.clock.advance(1_000);
    const next = await wait(s, second, [30, 31], { stationId });
    // Until twelve hours before may be canceled.
    s.clock.set(at(18));
    await free();
    s.clock.set(at(30, -minutes(4)));
    await serve(s);
    expect(await entryOf(s, id)).toMatchObject({ offerEndsAt: at(30) });
    s.clock.set(at(30));
    expect(await serve(s)).toMatchObject({ offered: 0 });
    expect(await entryOf(s, next.id)).toMatchObject({ status: "Expired" });
    expect(await s.reserved(stationId)).toEqual({});
    await s.holds();
  });

  it("is not offered to who has a booking then, nor a second place to who has one held", async () => {
    const one = await fullStation(1, [60, 61]);
    const other = await fullStation(1, [62, 63]);
    const [busy, holder] = [await s.owner(), await s.owner()];
    const away = await wait(s, busy, [60, 61], { stationId: one.stationId });
    await s.book(busy, 60, 61);
    const here = await wait(s, holder, [60, 61], { stationId: one.stationId });
    const there = await wait(s, holder, [62, 63], { stationId: other.stationId });
    await one.free();
    await other.free();
    await serve(s);
    expect(await entryOf(s, away.id)).toMatchObject({ status: "Waiting" });
    const [a, b] = [await entryOf(s, here.id), await entryOf(s, there.id)];
    expect([a.status, b.status].toSorted()).toEqual(["Offered", "Waiting"]);
    const held = a.status === "Offered" ? a : b;
    await leaveWaiting(s.as(holder), { id: held.id });
    await serve(s);
    expect((await entryOf(s, held === a ? b.id : a.id)).status).toBe("Offered");
    await s.holds();
  });

  it("and does not suit the first, goes to the next, whose turn it is then", async () => {
    const stationId = await mixedStation(s, [
      [[ccs], 50_000],
      [[chademo], 50_000],
    ]);
    const [a, b] = [await s.owner(), await s.owner()];
    await bookFor(s, a, stationId, [30, 31], { standard: ccs });
    const held = await bookFor(s, b, stationId, [30, 31], { standard: chademo });
    const [first, second, stranger] = [await s.owner(), await s.owner(), await s.owner()];
    const ofCcs = await wait(s, first, [30, 31], { stationId, standard: "CCS" });
    s.clock.advance(1_000);
    const ofOther = await wait(s, second, [30, 31], { stationId, standard: chademo });
    await cancelBooking(s.as(b), { id: held.id, chargeFee: false });
    await serve(s);
    expect((await entryOf(s, ofCcs.id)).status).toBe("Waiting");
    expect((await entryOf(s, ofOther.id)).status).toBe("Offered");
    expect(await refusal(bookFor(s, stranger, stationId, [30, 31]))).toBe("slot.full");
    await book(second, stationId, [30, 31]);
    await expectParked(s, stationId);
    await s.holds();
  });

  it("by a change of time, is offered as well", async () => {
    const stationId = await s.station({ capacity: 1 });
    const owner = await s.owner();
    const { id } = await s.book(owner, 30, 31, stationId);
    const entry = await wait(s, await s.owner(), [30, 31], { stationId });
    await modifyBooking(s.as(owner), { id, startsAt: at(33), endsAt: at(34) });
    await serve(s);
    expect((await entryOf(s, entry.id)).status).toBe("Offered");
    await s.holds();
  });
});

describe("a place that the station loses while it is held", () => {
  it("is taken back before any booking is flagged, and its owner keeps their turn", async () => {
    const stationId = await mixedStation(s, [
      [[ccs], 50_000],
      [[ccs], 50_000],
    ]);
    const [a, b] = [await s.owner(), await s.owner()];
    await bookFor(s, a, stationId, [30, 31]);
    const { id } = await bookFor(s, b, stationId, [30, 31]);
    const waiter = await s.owner();
    const entry = await wait(s, waiter, [30, 31], { stationId });
    await cancelBooking(s.as(b), { id, chargeFee: false });
    await serve(s);
    expect((await entryOf(s, entry.id)).status).toBe("Offered");
    const plug = await plugsAt(s, stationId);
    await closePlace(s, stationId, plug(2), [29, 32]);
    await rebuildSlots(s.job("slots"), [stationId]);
    expect(await own(s, waiter)).toEqual([["Waiting", 1]]);
    expect(await s.reserved(stationId)).toEqual({ 30: 1 });
    expect(await eventsOf(s, entry.id)).toEqual([
      "waiting.joined",
      "waiting.offered",
      "waiting.withdrawn",
    ]);
    await s.holds();
  });
});
