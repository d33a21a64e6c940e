import { readdirSync, readFileSync } from "node:fs";

import { eq, gt, sql } from "drizzle-orm";
import { expect, it } from "vitest";

import { sessionPauses } from "@/db/schema/sessions";
import { cancelBooking } from "@/lib/charging/bookings";
import { checkIn, finalizeSession, readCdr, updateSession } from "@/lib/charging/sessions";
import { makeContext } from "@/lib/process/wiring";
import { root } from "@/scripts/parts/paths";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { minutes } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";
import { makeBooking } from "../../../states/bookings";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId);
const actor = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
const operator = makeContext({ db, actor, clock, config: testConfig });

/** A car that stood paused from the 10th to the 16th minute, and again since the 20th. */
async function paused() {
  const booking = await makeBooking(db, { stationId, businessId }, "Approved");
  const after = (count: number) => new Date(booking.startsAt.getTime() + minutes(count));
  clock.set(booking.startsAt);
  const { id } = await checkIn(operator, { code: booking.code });
  for (const [minute, isPause] of [
    [10, true],
    [16, false],
    [20, true],
  ] as const) {
    clock.set(after(minute));
    await updateSession(operator, { id, paused: isPause });
  }
  clock.set(after(29));
  return { id, bookingId: booking.id, after };
}

const endsOf = async (sessionId: string) => {
  const { pausedAt, resumedAt } = sessionPauses;
  const rows = await db
    .select({ resumedAt })
    .from(sessionPauses)
    .where(eq(sessionPauses.sessionId, sessionId))
    .orderBy(pausedAt);
  return rows.map((row) => row.resumedAt);
};

it("ends with the session that is finalized, and is the parking time of its record", async () => {
  const first = await makeBooking(db, { stationId, businessId }, "Completed");
  await makeSlots(db, stationId, first.startsAt, 2, { capacity: 10 });
  const { id, bookingId, after } = await paused();
  const done = await finalizeSession(operator, { bookingId, kWh: "5" });
  expect(done).toMatchObject({ pausedAt: null, endedAt: after(29).toISOString() });
  expect(await endsOf(id)).toEqual([after(16), after(29)]);
  expect(await readCdr(operator, { id })).toMatchObject({
    total_time: 0.4833,
    total_parking_time: 0.25,
  });
});

it("ends with the session that is aborted on site", async () => {
  const { id, bookingId, after } = await paused();
  await cancelBooking(operator, { id: bookingId, reason: "Smoke", chargeFee: false });
  expect(await endsOf(id)).toEqual([after(16), after(29)]);
});

it("is ended by the migration where it outlived its session, and left alone where the session runs", async () => {
  const [over, running] = [await paused(), await paused()];
  await finalizeSession(operator, { bookingId: over.bookingId, kWh: "5" });
  await db
    .update(sessionPauses)
    .set({ resumedAt: null })
    .where(gt(sessionPauses.pausedAt, over.after(17)));
  const name = readdirSync(root("db/migrations")).find((file) => file.endsWith("_end-pauses.sql"));
  await db.execute(sql.raw(readFileSync(root(`db/migrations/${name}`), "utf8")));
  expect(await endsOf(over.id)).toEqual([over.after(16), over.after(29)]);
  expect(await endsOf(running.id)).toEqual([running.after(16), null]);
});
