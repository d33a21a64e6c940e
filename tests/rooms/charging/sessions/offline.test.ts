import { and, asc, eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { slots } from "@/db/schema/schedules";
import { sessionPauses, sessions } from "@/db/schema/sessions";
import {
  approveBooking,
  cancelBooking,
  createBooking,
  markNoShows,
  readQr,
} from "@/lib/charging/bookings";
import {
  checkIn,
  finalizeSession,
  previewSession,
  readCdr,
  readReceipt,
  updateSession,
} from "@/lib/charging/sessions";
import { replayActs, type SessionAct } from "@/lib/charging/sessions/replay-acts";
import type { UserActor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours, minutes } from "../../../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";
import { refusal } from "../bookings/setting";

const { db } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const as = (actor: Parameters<typeof makeContext>[0]["actor"]) =>
  makeContext({ db, actor, clock, config: testConfig });
const { id: businessId } = await makeBusiness(db);
const start = new Date(testStart.getTime() + hours(6));
/** An instant so long after the start of the booking. */
const at = (ms: number) => new Date(start.getTime() + ms);

async function makeGate(capacity = 4, connectors = 4) {
  const tariff = { ...energyTariff, mode: "Time" as const, perHourMinor: 600, perKwhMinor: null };
  const station = await makeStation(db, businessId, { tariff, connectors });
  await makeSlots(db, station.id, at(-hours(2)), 12, { capacity });
  const stationIds = [station.id];
  const [operator, colleague] = [
    await makeUser(db, "Operator", { businessId, stationIds }),
    await makeUser(db, "Operator", { businessId, stationIds }),
  ];
  return { ...station, operator, colleague };
}
type Gate = Awaited<ReturnType<typeof makeGate>>;

/** An approved booking of a new owner, and its code. */
async function booked({ id: stationId, operator }: Gate) {
  const now = clock.now();
  clock.set(testStart);
  const owner = await makeUser(db, "EvOwner");
  const booking = await createBooking(as(owner), {
    stationId,
    startsAt: start,
    endsAt: at(hours(1)),
  });
  await approveBooking(as(operator), { id: booking.id });
  const { token: qr } = await readQr(as(owner), { id: booking.id });
  clock.set(now);
  return { owner, bookingId: booking.id, qr };
}

/** A session that began at the start of its booking. */
async function charging(gate: Gate) {
  const made = await booked(gate);
  clock.set(start);
  const session = await checkIn(as(gate.operator), { qr: made.qr });
  return { ...made, session };
}

const sessionOf = async (bookingId: string) => {
  const [row] = await db.select().from(sessions).where(eq(sessions.bookingId, bookingId));
  return row;
};

describe("a check-in that is told later", () => {
  it("starts the session when the code was scanned, and says that it was made without network", async () => {
    const gate = await makeGate();
    const { qr, bookingId } = await booked(gate);
    clock.set(at(hours(2)));
    const scannedAt = at(minutes(5));
    const session = await checkIn(as(gate.operator), { qr, scannedAt });
    expect(session).toMatchObject({ status: "Active", startedAt: scannedAt.toISOString() });
    const made = { madeOfflineAt: scannedAt.toISOString() };
    expect((await auditsOf(db, bookingId)).at(-1)).toMatchObject({
      action: "Checkin",
      changes: made,
    });
    expect(await auditsOf(db, session.id)).toMatchObject([{ action: "Create", changes: made }]);
  });

  it("is believed for 4 hours and 60 seconds ahead, to the millisecond", async () => {
    const gate = await makeGate(20, 20);
    for (const [told, code] of [
      [hours(4) + 1, "offline.too_old"],
      [hours(4), "done"],
      [-60_000, "done"],
      [-60_001, "offline.ahead"],
    ] as const) {
      const { qr } = await booked(gate);
      const scannedAt = at(0);
      clock.set(at(told));
      expect(await refusal(checkIn(as(gate.operator), { qr, scannedAt })), code).toBe(code);
    }
  });

  it("has its window judged at that instant, to the millisecond", async () => {
    const gate = await makeGate(20, 20);
    for (const [scanned, code] of [
      [-minutes(15) - 1, "qr.too_early"],
      [-minutes(15), "done"],
      [minutes(30), "done"],
      [minutes(30) + 1, "qr.expired"],
    ] as const) {
      const { qr } = await booked(gate);
      clock.set(at(hours(3)));
      const scannedAt = at(scanned);
      expect(await refusal(checkIn(as(gate.operator), { qr, scannedAt })), code).toBe(code);
    }
  });

  it("lets in a no-show that was scanned in time while a place is left, and refuses it else", async () => {
    const gate = await makeGate(1, 1);
    const first = await booked(gate);
    clock.set(at(minutes(16)));
    await markNoShows(as(jobActor("no-show")));
    clock.set(at(minutes(50)));
    const scannedAt = at(minutes(10));
    const slot = and(eq(slots.stationId, gate.id), eq(slots.startsAt, start));
    await db.update(slots).set({ capacity: 0 }).where(slot);
    const late = () => checkIn(as(gate.operator), { qr: first.qr, scannedAt });
    expect(await refusal(late())).toBe("slot.full");
    await db.update(slots).set({ capacity: 1 }).where(slot);
    expect(await late()).toMatchObject({ startedAt: scannedAt.toISOString() });
    const [, last] = (await auditsOf(db, first.bookingId)).slice(-2);
    expect(last).toMatchObject({ from: "NoShow", to: "InProgress" });
    expect(last?.changes).not.toHaveProperty("lateArrival");
  });

  it("takes no connector on which another car has charged since", async () => {
    const gate = await makeGate(4, 2);
    const [first = "", second = ""] = gate.connectorIds;
    const other = await charging(gate);
    clock.set(at(minutes(20)));
    await finalizeSession(as(gate.operator), { bookingId: other.bookingId });
    const { qr } = await booked(gate);
    clock.set(at(minutes(40)));
    const told = { qr, scannedAt: at(minutes(10)) };
    const taken = checkIn(as(gate.operator), { ...told, connectorId: first });
    expect(await refusal(taken)).toBe("session.connector_busy");
    expect((await checkIn(as(gate.operator), told)).connector.id).toBe(second);
  });

  it("hears from the other operator's check-in when that was and who", async () => {
    const gate = await makeGate();
    const { qr } = await booked(gate);
    clock.set(at(minutes(5)));
    await checkIn(as(gate.colleague), { qr });
    clock.set(at(minutes(25)));
    const late = checkIn(as(gate.operator), { qr, scannedAt: at(minutes(2)) });
    await expect(late).rejects.toMatchObject({
      code: "qr.already_used",
      details: { usedAt: at(minutes(5)), by: gate.colleague.name },
    });
  });
});

describe("what is done to a session and told later", () => {
  it("is billed, receipted and recorded by the instants at which it was done", async () => {
    const gate = await makeGate();
    const { qr, bookingId, owner } = await booked(gate);
    clock.set(at(hours(3)));
    const ctx = as(gate.operator);
    const { id } = await checkIn(ctx, { qr, scannedAt: at(0) });
    await updateSession(ctx, { id, paused: true, at: at(minutes(10)) });
    await updateSession(ctx, { id, addNote: "Cable swapped.", at: at(minutes(12)) });
    await updateSession(ctx, { id, paused: false, at: at(minutes(20)) });
    const preview = await previewSession(ctx, { id, at: at(minutes(61)) });
    const done = await finalizeSession(ctx, { bookingId, at: at(minutes(61)) });
    // 61 minutes by the hour begun, not the three hours after which it was told.
    expect(done).toMatchObject({
      startedAt: at(0).toISOString(),
      endedAt: at(minutes(61)).toISOString(),
      totals: { subtotal: { amount: "12.00" } },
      noteList: [{ at: at(minutes(12)).toISOString() }],
    });
    expect(preview).toMatchObject({ endedAt: done.endedAt, totals: done.totals });
    const receipt = await readReceipt(as(owner), { number: done.receiptNumber ?? "" });
    expect(receipt).toMatchObject({
      startedAt: done.startedAt,
      endedAt: done.endedAt,
      minutes: 61,
    });
    const cdr = await readCdr(ctx, { id });
    expect(cdr).toMatchObject({
      start_date_time: done.startedAt,
      end_date_time: done.endedAt,
      total_parking_time: 0.1667,
    });
    expect((await auditsOf(db, id)).map(({ action, changes }) => [action, changes])).toMatchObject([
      ["Create", { madeOfflineAt: at(0).toISOString() }],
      ["Pause", { madeOfflineAt: at(minutes(10)).toISOString() }],
      ["Update", { madeOfflineAt: at(minutes(12)).toISOString() }],
      ["Resume", { madeOfflineAt: at(minutes(20)).toISOString() }],
      ["Finalize", { madeOfflineAt: at(minutes(61)).toISOString() }],
    ]);
  });

  const acts: readonly (readonly [
    string,
    (gate: Gate, made: Awaited<ReturnType<typeof charging>>, at: Date) => Promise<unknown>,
  ])[] = [
    ["finalize", (g, { bookingId }, at) => finalizeSession(as(g.operator), { bookingId, at })],
    [
      "abort",
      (g, { bookingId: id }, at) =>
        cancelBooking(as(g.operator), { id, reason: "Smoke", chargeFee: false, at }),
    ],
    [
      "pause",
      (g, { session: { id } }, at) => updateSession(as(g.operator), { id, paused: true, at }),
    ],
    [
      "note",
      (g, { session: { id } }, at) => updateSession(as(g.operator), { id, addNote: "x", at }),
    ],
  ];
  it.each(acts)("%s is believed within the bounds and never before the start", async (_, act) => {
    const gate = await makeGate(20, 20);
    for (const [done, told, code] of [
      [-1, minutes(5), "session.before_last"],
      [minutes(1), minutes(1) + hours(4) + 1, "offline.too_old"],
      [minutes(1), minutes(1) + hours(4), "done"],
      [minutes(1), minutes(1) - 60_000, "done"],
      [minutes(1), minutes(1) - 60_001, "offline.ahead"],
      [0, minutes(5), "done"],
    ] as const) {
      const made = await charging(gate);
      clock.set(at(told));
      expect(await refusal(act(gate, made, at(done))), `${done} told at ${told}`).toBe(code);
    }
  });

  it("ends nothing before what stands: a pause that was done later was told first", async () => {
    const gate = await makeGate();
    const { bookingId, session } = await charging(gate);
    clock.set(at(minutes(40)));
    const ctx = as(gate.operator);
    await updateSession(ctx, { id: session.id, paused: true, at: at(minutes(30)) });
    const early = finalizeSession(ctx, { bookingId, at: at(minutes(20)) });
    await expect(early).rejects.toMatchObject({
      code: "session.before_last",
      details: { lastAt: at(minutes(30)) },
      fields: [{ field: "at" }],
    });
    expect((await sessionOf(bookingId))?.status).toBe("Active");
    // Told at once, it counts from then on, though the pause's phone was ahead of us.
    clock.set(at(minutes(29)));
    expect(await finalizeSession(ctx, { bookingId })).toMatchObject({
      endedAt: at(minutes(30)).toISOString(),
    });
  });

  it("has the times that the rule says, in any order in which acts are told", async () => {
    const gate = await makeGate(40, 40);
    const ctx = as(gate.operator);
    const kinds = ["Pause", "Resume", "Pause", "Resume"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { minLength: 4, maxLength: 4 }),
        async (order, drawn) => {
          const { session } = await charging(gate);
          clock.set(at(hours(2)));
          const done = drawn.toSorted((one, other) => one - other).map((one) => at(minutes(one)));
          const acts = order.map((index) => ({
            kind: kinds[index] ?? "Pause",
            at: done[index] ?? at(0),
          }));
          const answers: string[] = [];
          for (const { kind, at } of acts) {
            const told = { id: session.id, paused: kind === "Pause", at };
            answers.push(await refusal(updateSession(ctx, told)));
          }
          const start: SessionAct = { kind: "Start", at: at(0) };
          const { times, refused } = replayActs([start, ...acts]);
          const stored = await db
            .select()
            .from(sessionPauses)
            .where(eq(sessionPauses.sessionId, session.id))
            .orderBy(asc(sessionPauses.pausedAt));
          const pauses = stored.map(({ pausedAt, resumedAt }) => ({ pausedAt, resumedAt }));
          expect(pauses).toEqual(times?.pauses);
          expect(answers.filter((answer) => answer !== "done")).toHaveLength(refused.length);
          await finalizeSession(ctx, { bookingId: session.bookingId });
        },
      ),
      { numRuns: 12 },
    );
  });

  it("an abort ends the session when it was done, its pause with it, and cancels nothing else", async () => {
    const gate = await makeGate();
    const { bookingId, session } = await charging(gate);
    clock.set(at(minutes(40)));
    const ctx = as(gate.operator);
    await updateSession(ctx, { id: session.id, paused: true, at: at(minutes(5)) });
    const abort = { id: bookingId, reason: "Smoke", chargeFee: false, at: at(minutes(8)) };
    await cancelBooking(ctx, abort);
    expect(await sessionOf(bookingId)).toMatchObject({
      status: "Aborted",
      endedAt: at(minutes(8)),
      pausedAt: null,
    });
    const pauses = eq(sessionPauses.sessionId, session.id);
    expect(await db.select().from(sessionPauses).where(pauses)).toMatchObject([
      { pausedAt: at(minutes(5)), resumedAt: at(minutes(8)) },
    ]);
    const waiting = await booked(gate);
    const none = cancelBooking(ctx, { ...abort, id: waiting.bookingId });
    expect(await refusal(none)).toBe("booking.status");
  });

  it("finalizes once, whichever phone is heard first", async () => {
    const gate = await makeGate();
    const { bookingId } = await charging(gate);
    clock.set(at(minutes(90)));
    const end = (who: UserActor, minute: number) =>
      finalizeSession(as(who), { bookingId, at: at(minutes(minute)) });
    const first = await end(gate.operator, 70);
    expect(await end(gate.colleague, 30)).toEqual(first);
    expect(first.endedAt).toBe(at(minutes(70)).toISOString());
  });
});
