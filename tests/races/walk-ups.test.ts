import { afterEach, describe, expect, it } from "vitest";

import { approveBooking, cancelBooking, extendWalkUps, markNoShows } from "@/lib/charging/bookings";
import { checkIn, finalizeSession, listActiveSessions, startWalkUp } from "@/lib/charging/sessions";

import { at, refusal, settingOf } from "../rooms/charging/bookings/setting";
import { freshPlate, gateOf, sendAway } from "../rooms/charging/sessions/gate";
import { testDatabase } from "../support/database";
import { minutes } from "../support/test-clock";

const { db } = await testDatabase({ max: 64 });
const s = await settingOf(db);
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => s.owner()));
const times = <T>(count: number, call: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => call(index));

afterEach(async () => {
  await sendAway(s);
  s.clock.set(at(0));
});

/** How often each answer came. */
async function tally(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of await Promise.all(calls.map(refusal))) {
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

describe.each([1, 2, 3])("round %i", () => {
  it("64 cars at once for 4 places: exactly 4 get one", async () => {
    const { id, walkIn } = await gateOf(s, { places: 4, connectors: 64 });
    expect(await tally(times(64, () => walkIn()))).toEqual({ done: 4, "slot.full": 60 });
    expect(await s.reserved(id)).toEqual({ 0: 4 });
    await s.holds();
  });

  it("64 cars at once for 4 connectors: each of 4 stands at its own, and no place is lost", async () => {
    const { id, operator, walkIn } = await gateOf(s, { places: 64, connectors: 4 });
    expect(await tally(times(64, () => walkIn()))).toEqual({ done: 4, "session.no_connector": 60 });
    const { items } = await listActiveSessions(s.as(operator), { page: 1, limit: 10 });
    expect(items.map(({ connector }) => connector.number).toSorted()).toEqual([1, 2, 3, 4]);
    expect(await s.reserved(id)).toEqual({ 0: 4 });
    await s.holds();
  });

  it("32 cars that stay against 32 bookings of the next hour: its places are given once", async () => {
    const owners = await crowd(32);
    const { id, walkIn } = await gateOf(s, { places: 4, connectors: 64 });
    s.clock.set(at(0, minutes(30)));
    const counts = await tally(
      owners.flatMap((owner) => [walkIn({ minutes: 60 }), s.book(owner, 1, 2, id)]),
    );
    expect(counts).toEqual({ done: counts.done, "slot.full": 64 - (counts.done ?? 0) });
    const reserved = await s.reserved(id);
    expect(reserved[1]).toBe(4);
    expect(reserved[0] ?? 0).toBeLessThanOrEqual(4);
    await s.holds();
  });

  it("one owner at 20 gates at once charges at one", async () => {
    const { ownerNic } = await s.owner();
    const gates = await Promise.all(times(20, () => gateOf(s)));
    const counts = await tally(gates.map(({ walkIn }) => walkIn({ ownerNic: ownerNic ?? "" })));
    expect(counts).toEqual({ done: 1, "walkIn.booked_elsewhere": 19 });
    await s.holds();
  });

  it("one guest let in by 20 taps at once charges once", async () => {
    const { id: stationId, operator } = await gateOf(s, { places: 20, connectors: 20 });
    const plate = freshPlate();
    const call = () => startWalkUp(s.as(operator), { stationId, plate });
    expect(await tally(times(20, call))).toEqual({ done: 1, "walkIn.charges_already": 19 });
    expect(await s.reserved(stationId)).toEqual({ 0: 1 });
    await s.holds();
  });

  it("walk-ups against late arrivals for the places that no-shows left", async () => {
    const owners = await crowd(8);
    const { id, operator, walkIn } = await gateOf(s, { places: 8, connectors: 64 });
    const ctx = s.as(operator);
    const codes = await Promise.all(
      owners.map(async (owner) => {
        const { id: booking } = await s.book(owner, 1, 2, id);
        return (await approveBooking(ctx, { id: booking })).qr?.code ?? "";
      }),
    );
    s.clock.set(at(1, minutes(20)));
    await markNoShows(s.job("no-show"));
    const counts = await tally([
      ...codes.map((code) => checkIn(ctx, { code })),
      ...times(16, () => walkIn()),
    ]);
    expect(counts).toEqual({ done: 8, "slot.full": 16 });
    expect(await s.reserved(id)).toEqual({ 1: 8 });
    await s.holds();
  });

  it("cars that stay on while others leave, are sent away or come: counts stay right", async () => {
    const { id, operator, walkIn } = await gateOf(s, { places: 12, connectors: 64 });
    const ctx = s.as(operator);
    const cars = await Promise.all(times(12, () => walkIn()));
    s.clock.set(at(1));
    const job = () => extendWalkUps(s.job("walk-ups"));
    const counts = await tally([
      job(),
      ...cars.slice(0, 4).map(({ bookingId }) => finalizeSession(ctx, { bookingId })),
      job(),
      ...cars
        .slice(4, 8)
        .map(({ bookingId }) =>
          cancelBooking(ctx, { id: bookingId, reason: "Broken", chargeFee: false }),
        ),
      ...times(4, () => walkIn()),
      job(),
    ]);
    expect((counts.done ?? 0) + (counts["slot.full"] ?? 0)).toBe(15);
    await job();
    const { items } = await listActiveSessions(ctx, { page: 1, limit: 30 });
    expect(items.filter(({ overstay }) => overstay)).toEqual([]);
    expect((await s.reserved(id))[1]).toBe(items.length);
    await s.holds();
  });
});
