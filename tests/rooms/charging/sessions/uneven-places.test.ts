import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { connectorOutages, connectors } from "@/db/schema/stations";
import { approveBooking, readQr } from "@/lib/charging/bookings";
import { readQueue } from "@/lib/charging/queue";
import { newId } from "@/lib/core/ids";
import { checkIn, startWalkUp } from "@/lib/charging/sessions";
import { rebuildSlots } from "@/lib/sites/schedules/inside";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import { bookFor, ccs, closePlace, mixedStation, plugsAt } from "../bookings/mixed-station";
import { at, settingOf } from "../bookings/setting";
import { freshPlate } from "./gate";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);

beforeEach(() => s.clock.set(testStart));

/** A station of so many places that are alike, of which some close: the place's number, from which hour to which. */
async function siteOf(
  count: number,
  closed: readonly (readonly [number: number, from: number, to: number])[],
  /** The last place's number, where it is another than its rank. */
  last = count,
) {
  const places = Array.from({ length: count }, () => [[ccs], 50_000] as const);
  const id = await mixedStation(s, places);
  const plug = await plugsAt(s, id);
  await db
    .update(connectors)
    .set({ number: last })
    .where(eq(connectors.id, plug(count)));
  for (const [number, from, to] of closed) {
    await closePlace(s, id, plug(number), [from, to]);
  }
  await rebuildSlots(s.job("slots"), [id]);
  const operator = s.as(await s.operatorAt(id));
  const booked = async (from: number, to: number) => {
    const owner = await s.owner();
    const booking = await bookFor(s, owner, id, [from, to]);
    if (booking.status === "Pending") await approveBooking(operator, { id: booking.id });
    const { token: qr } = await readQr(s.as(owner), { id: booking.id });
    return { id: booking.id, qr };
  };
  /** What the queue proposes, by number; then its order of all that suit. */
  const queued = async (bookingId: string) => {
    const { arrivals } = await readQueue(operator, { stationId: id });
    const arrival = arrivals.find((one) => one.id === bookingId);
    const ids = places.map((_, index) => plug(index + 1));
    const order = arrival?.suitingConnectorIds.map((connectorId) => ids.indexOf(connectorId) + 1);
    return [arrival?.proposedConnector?.number, order];
  };
  const letIn = async (qr: string, connectorId?: string) =>
    (await checkIn(operator, { qr, ...(connectorId !== undefined && { connectorId }) })).connector
      .number;
  return { id, operator, plug, booked, queued, letIn };
}

describe("where places of a group open and close", () => {
  it("a car is let in on one with which a later booking keeps its own", async () => {
    // Place 2 is closed from 4 on: whoever wants 3 to 5 needs place 1.
    const site = await siteOf(2, [[2, 4, 5]]);
    const first = await site.booked(2, 4);
    const later = await site.booked(3, 5);
    s.clock.set(at(2));
    expect(await site.queued(first.id)).toEqual([2, [2, 1]]);
    expect(await site.letIn(first.qr)).toBe(2);
    s.clock.set(at(3));
    expect(await site.queued(later.id)).toEqual([1, [1, 2]]);
    expect(await site.letIn(later.qr)).toBe(1);
    await s.holds();
  });

  it("on one that does not close before the car leaves, nor is closed all the time", async () => {
    const site = await siteOf(3, [
      [1, 3, 24 * 14],
      [2, 0, 24 * 14],
    ]);
    const mine = await site.booked(2, 4);
    s.clock.set(at(2));
    expect(await site.queued(mine.id)).toEqual([3, [3, 1, 2]]);
    expect(await site.letIn(mine.qr)).toBe(3);
    await s.holds();
  });

  it("on the first that is open to the end, where the cars that are there leave no way for all", async () => {
    const site = await siteOf(3, [
      [1, 3, 4],
      [2, 4, 5],
    ]);
    const mine = await site.booked(2, 4);
    const later = await site.booked(3, 5);
    const whole = await site.booked(2, 3);
    s.clock.set(at(2));
    // The operator puts the shortest stay where the later booking would have been: that place only is left open.
    expect(await site.letIn(whole.qr, site.plug(3))).toBe(3);
    await closePlace(s, site.id, site.plug(3), [4, 5]);
    await rebuildSlots(s.job("slots"), [site.id]);
    const row = await db.select().from(bookings).where(eq(bookings.id, later.id));
    expect(row[0]?.conflict).toBe("OverCapacity");
    expect(await site.letIn(mine.qr)).toBe(2);
    await s.holds();
  });

  it("on the one that the owner wished for only where it is in nobody's way; the operator's choice stands", async () => {
    const site = await siteOf(2, [[2, 4, 5]]);
    const first = await site.booked(2, 4);
    await site.booked(3, 5);
    const wish = async (number: number) =>
      db
        .update(bookings)
        .set({ wishedConnectorId: site.plug(number) })
        .where(eq(bookings.id, first.id));
    s.clock.set(at(2));
    await wish(1);
    expect(await site.queued(first.id)).toEqual([2, [2, 1]]);
    await wish(2);
    expect(await site.queued(first.id)).toEqual([2, [2, 1]]);
    expect(await site.letIn(first.qr, site.plug(1))).toBe(1);
    await s.holds();
  });

  it("a car without a booking leaves the place that a later booking needs", async () => {
    const site = await siteOf(2, [[2, 4, 5]]);
    const later = await site.booked(3, 5);
    s.clock.set(at(2));
    const { connector } = await startWalkUp(site.operator, {
      stationId: site.id,
      plate: freshPlate(),
      minutes: 120,
    });
    expect(connector.number).toBe(2);
    s.clock.set(at(3));
    expect(await site.letIn(later.qr)).toBe(1);
    await s.holds();
  });

  it.each([50, 51, 999])("whatever numbers they have: connector %i", async (last) => {
    const site = await siteOf(2, [[2, 4, 5]], last);
    await db.insert(connectorOutages).values({
      id: newId(),
      connectorId: site.plug(1),
      startsAt: at(6),
      untilAt: at(7),
      source: "Fault",
    });
    await rebuildSlots(s.job("slots"), [site.id]);
    // The last place is closed at 4, the first is out of order at 6: nobody can stay from 4 to 7.
    const refusal = site.booked(4, 7);
    await expect(refusal).rejects.toMatchObject({ code: "slot.full" });
    const first = await site.booked(2, 4);
    const later = await site.booked(3, 5);
    s.clock.set(at(2));
    expect(await site.queued(first.id)).toEqual([last, [2, 1]]);
    expect(await site.letIn(first.qr)).toBe(last);
    s.clock.set(at(3));
    expect(await site.letIn(later.qr)).toBe(1);
    await s.holds();
  });

  it("elsewhere it is the first by number, as ever", async () => {
    const site = await siteOf(2, []);
    const mine = await site.booked(2, 4);
    await site.booked(3, 5);
    s.clock.set(at(2));
    expect(await site.queued(mine.id)).toEqual([1, [1, 2]]);
    expect(await site.letIn(mine.qr)).toBe(1);
  });
});
