import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { cancelBooking, createBooking } from "@/lib/charging/bookings";
import { leaveWaiting } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";

import { at, refusal, settingOf } from "../rooms/charging/bookings/setting";
import { entryOf, serve, wait } from "../rooms/charging/waiting/lines";
import { testDatabase } from "../support/database";
import { minutes } from "../support/test-clock";

const { db } = await testDatabase({ max: 64 });
const s = await settingOf(db);
const time = { startsAt: at(30), endsAt: at(31) };

/** Owners without anything yet. */
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => s.owner()));

/** A station whose four places are booked, and a line of so many owners, a second apart. */
async function fullWithLine(count: number) {
  const stationId = await s.station();
  const holders = await crowd(4);
  const booked = await Promise.all(
    holders.map(async (owner) => ({ owner, id: (await s.book(owner, 30, 31, stationId)).id })),
  );
  const line: { owner: UserActor; id: string }[] = [];
  for (const owner of await crowd(count)) {
    s.clock.advance(1_000);
    line.push({ owner, id: (await wait(s, owner, [30, 31], { stationId })).id });
  }
  return { stationId, booked, line };
}

/** The entries in the order in which they were offered a place. */
async function offeredOf(stationId: string): Promise<string[]> {
  const rows = await db
    .select({ id: sql<string>`${outboxEvents.payload} ->> 'waitingId'` })
    .from(outboxEvents)
    .where(and(eq(outboxEvents.type, "waiting.offered"), eq(outboxEvents.stationId, stationId)))
    .orderBy(asc(outboxEvents.id));
  return rows.map(({ id }) => id);
}

/** No slot of the station has more cars than places. */
async function expectWithin(stationId: string) {
  const over = await db
    .select()
    .from(slots)
    .where(and(eq(slots.stationId, stationId), sql`${slots.reserved} > ${slots.capacity}`));
  expect(over).toEqual([]);
  await s.holds();
}

const cancel = ({ owner, id }: { owner: UserActor; id: string }) =>
  cancelBooking(s.as(owner), { id, chargeFee: false });

describe.each([1, 2, 3])("round %i", () => {
  it("20 wait for one slot: places freed in bursts, strangers and three workers at once; in their order, each once", async () => {
    const { stationId, booked, line } = await fullWithLine(20);
    const strangers = await crowd(12);
    const answers = await Promise.all([
      ...booked.map((one) => refusal(cancel(one))),
      ...strangers.map((owner) => refusal(createBooking(s.as(owner), { stationId, ...time }))),
      ...[1, 2, 3].map(() => refusal(serve(s))),
    ]);
    // Nobody of no line had any of it.
    expect(answers.slice(4, 16)).toEqual(strangers.map(() => "slot.full"));
    expect(answers.filter((answer) => !["done", "slot.full"].includes(answer))).toEqual([]);
    await serve(s);
    expect(await offeredOf(stationId)).toEqual(line.slice(0, 4).map(({ id }) => id));
    await expectWithin(stationId);

    // Two book, one leaves, one lets it run out, while the workers go on.
    const [a, b, c, d] = line;
    if (!a || !b || !c || !d) throw new Error("four");
    const book = ({ owner, id }: { owner: UserActor; id: string }) =>
      createBooking(s.as(owner), { stationId, ...time, offerId: id });
    const settled = await Promise.all([
      refusal(book(a)),
      refusal(book(b)),
      refusal(leaveWaiting(s.as(c.owner), { id: c.id })),
      refusal(serve(s)),
      refusal(serve(s)),
    ]);
    expect(settled).toEqual(["done", "done", "done", "done", "done"]);
    s.clock.advance(minutes(10));
    await Promise.all([serve(s), serve(s)]);
    await serve(s);
    expect((await entryOf(s, d.id)).status).toBe("Expired");
    const offered = await offeredOf(stationId);
    expect(offered.slice(0, 5)).toEqual(line.slice(0, 5).map(({ id }) => id));
    expect(new Set(offered).size).toBe(offered.length);
    await expectWithin(stationId);
  });

  it("one owner's two lines at two stations: one place is held, never two", async () => {
    const [one, other] = [await fullWithLine(0), await fullWithLine(0)];
    const owner = await s.owner();
    await wait(s, owner, [30, 31], { stationId: one.stationId });
    await wait(s, owner, [30, 31], { stationId: other.stationId });
    await Promise.all([...one.booked, ...other.booked].map(cancel));
    await Promise.all([serve(s), serve(s), serve(s)]);
    const rows = await db.select().from(waiting).where(eq(waiting.ownerId, owner.userId));
    expect(rows.map(({ status }) => status).toSorted()).toEqual(["Offered", "Waiting"]);
    await expectWithin(one.stationId);
    await expectWithin(other.stationId);
  });

  it("booked at the very moment at which the offer runs out: booked or over, and counted right", async () => {
    const { stationId, booked, line } = await fullWithLine(8);
    await Promise.all(booked.map(cancel));
    await serve(s);
    s.clock.advance(minutes(10) - 1);
    const books = line
      .slice(0, 4)
      .map(({ owner, id }) =>
        refusal(createBooking(s.as(owner), { stationId, ...time, offerId: id })),
      );
    s.clock.advance(1);
    const answers = await Promise.all([...books, refusal(serve(s)), refusal(serve(s))]);
    for (const answer of answers) expect(["done", "offer.ended"]).toContain(answer);
    await serve(s);
    await expectWithin(stationId);
  });
});
