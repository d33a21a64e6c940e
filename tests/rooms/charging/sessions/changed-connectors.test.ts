import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { connectorOutages } from "@/db/schema/stations";
import { placeGroups, slots } from "@/db/schema/schedules";
import { approveBooking, readQr } from "@/lib/charging/bookings";
import { checkIn, startWalkUp } from "@/lib/charging/sessions";
import { newId } from "@/lib/core/ids";
import { recountPlaces, rebuildSlots } from "@/lib/sites/schedules/inside";
import { addConnector, removeConnector, updateConnector } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  mixedStation,
  plugsAt,
  plugsOf,
} from "../bookings/mixed-station";
import { at, refusal, settingOf } from "../bookings/setting";
import { freshPlate } from "./gate";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);
const half = minutes(30);

beforeEach(() => s.clock.set(testStart));

/** A station of two places with CCS, in the middle of a slot that runs. */
async function runningSite() {
  const id = await mixedStation(s, [
    [[ccs], 50_000],
    [[ccs], 50_000],
  ]);
  const operator = s.as(await s.operatorAt(id));
  const office = s.as(s.office);
  const plug = await plugsAt(s, id);
  s.clock.set(at(0, half));
  return {
    id,
    operator,
    plug,
    add: (number: number, standard: string) =>
      addConnector(office, { stationId: id, number, standard, maxPowerKw: 50 }),
    change: (number: number, change: { standard?: string; number?: number }) =>
      updateConnector(office, { stationId: id, connectorId: plug(number), ...change }),
    remove: (number: number) =>
      removeConnector(office, { stationId: id, connectorId: plug(number) }),
    walkIn: (connectorId: string, stay = 0) =>
      startWalkUp(operator, {
        stationId: id,
        plate: freshPlate(),
        connectorId,
        ...(stay > 0 && { minutes: stay }),
      }),
  };
}

/** What the slot at the hour has by plug: places that are open, capacity and reserved. */
async function slotAt(stationId: string, hour: number) {
  const rows = await db
    .select({ plugs: placeGroups.standards, slot: slots })
    .from(slots)
    .innerJoin(
      placeGroups,
      and(eq(placeGroups.stationId, slots.stationId), eq(placeGroups.number, slots.placeGroup)),
    )
    .where(and(eq(slots.stationId, stationId), eq(slots.startsAt, at(hour))))
    .orderBy(asc(slots.placeGroup));
  return rows.map(
    ({ plugs, slot }) => `${plugs.join()} ${slot.openPlaces}: ${slot.reserved}/${slot.capacity}`,
  );
}

/** All counts are right, and rebuilding anew writes nothing. */
async function expectSettled(stationId: string) {
  const from = s.clock.now();
  expect(
    await recountPlaces(s.job("reconcile"), { stationIds: [stationId], from }),
    "miscounted",
  ).toEqual([]);
  const versions = () =>
    db
      .select({ version: sql<string>`${slots}.xmin::text || ${slots}.ctid::text` })
      .from(slots)
      .where(eq(slots.stationId, stationId))
      .orderBy(asc(slots.startsAt), asc(slots.placeGroup));
  const before = await versions();
  await rebuildSlots(s.job("slots"), [stationId]);
  expect(await versions()).toEqual(before);
  await s.holds();
}

describe("the slot that runs", () => {
  it.each([
    ["at its start", 0],
    ["in its last millisecond", 2 * half - 1],
  ])("has a place in its new group as soon as its plugs are changed, %s", async (_when, ms) => {
    const site = await runningSite();
    s.clock.set(at(0, ms));
    await site.change(2, { standard: chademo });
    expect(await slotAt(site.id, 0)).toEqual([`${ccs} 1: 0/1`, `${chademo} 01: 0/1`]);
    const { connector } = await site.walkIn(site.plug(2));
    expect(connector.number).toBe(2);
    expect(await slotAt(site.id, 0)).toEqual([`${ccs} 1: 0/1`, `${chademo} 01: 1/1`]);
    await expectSettled(site.id);
  });

  it("has a connector that is added, also for a stay into the next slots", async () => {
    const site = await runningSite();
    await site.walkIn(site.plug(1), 60);
    await site.walkIn(site.plug(2), 60);
    const third = await site.add(3, chademo);
    const fourth = await site.add(999, ccs);
    expect(await slotAt(site.id, 0)).toEqual([
      `${ccs} 11${"0".repeat(996)}1: 2/3`,
      `${chademo} 001: 0/1`,
    ]);
    expect((await site.walkIn(third.id, 90)).connector.number).toBe(3);
    expect((await site.walkIn(fourth.id, 90)).connector.number).toBe(999);
    await expectSettled(site.id);
  });

  it("leaves who charges where they are counted, and moves who is still to come to where they fit", async () => {
    const site = await runningSite();
    s.clock.set(testStart);
    const [first, second] = await Promise.all(
      [1, 2].map(async () => {
        const owner = await s.owner();
        const booking = await bookFor(s, owner, site.id, [1, 2]);
        await approveBooking(site.operator, { id: booking.id });
        const { token: qr } = await readQr(s.as(owner), { id: booking.id });
        return { id: booking.id, qr };
      }),
    );
    s.clock.set(at(1, minutes(5)));
    const letIn = await checkIn(site.operator, { qr: first?.qr ?? "" });
    expect(letIn.connector.number).toBe(1);
    expect(await refusal(site.change(1, { standard: chademo }))).toBe("connector.in_use");
    await site.change(2, { standard: chademo });
    // Nobody asked for a plug, so the other one is let in on what there is.
    expect(await slotAt(site.id, 1)).toEqual([`${ccs} 1: 2/1`, `${chademo} 01: 0/1`]);
    const other = await checkIn(site.operator, { qr: second?.qr ?? "" });
    expect(other.connector.number).toBe(2);
    expect(await plugsOf(s, second?.id ?? "")).toEqual([chademo]);
    expect(await slotAt(site.id, 1)).toEqual([`${ccs} 1: 1/1`, `${chademo} 01: 1/1`]);
    const rows = await db.select().from(bookings).where(eq(bookings.stationId, site.id));
    expect(rows.map(({ conflict }) => conflict)).toEqual([null, null]);
    await expectSettled(site.id);
  });

  it("has no place more for a connector that gets another number, and none for one that is removed", async () => {
    const site = await runningSite();
    await site.change(2, { number: 60 });
    expect(await slotAt(site.id, 0)).toEqual([`${ccs} 1${"0".repeat(58)}1: 0/2`]);
    await site.remove(1);
    expect(await slotAt(site.id, 0)).toEqual([`${ccs} ${"0".repeat(59)}1: 0/1`]);
    await expectSettled(site.id);
  });

  it("keeps a place that is closed only since it began, and has one back that is opened again", async () => {
    const site = await runningSite();
    await closePlace(s, site.id, site.plug(1), [0, 2]);
    await rebuildSlots(s.job("slots"), [site.id]);
    expect(await slotAt(site.id, 0)).toEqual([`${ccs} 11: 0/2`]);
    const row = {
      id: newId(),
      connectorId: site.plug(2),
      startsAt: at(1),
      source: "Fault",
    } as const;
    await db.insert(connectorOutages).values(row);
    await rebuildSlots(s.job("slots"), [site.id]);
    s.clock.set(at(2, half));
    expect(await slotAt(site.id, 2)).toEqual([`${ccs} 1: 0/1`]);
    await db
      .update(connectorOutages)
      .set({ endedAt: s.clock.now() })
      .where(eq(connectorOutages.id, row.id));
    await rebuildSlots(s.job("slots"), [site.id]);
    expect(await slotAt(site.id, 2)).toEqual([`${ccs} 11: 0/2`]);
    await expectSettled(site.id);
  });
});
