import { beforeEach, describe, expect, it } from "vitest";

import { capacityOverrides } from "@/db/schema/schedules";
import { readQueue } from "@/lib/charging/queue";
import { startWalkUp, updateSession } from "@/lib/charging/sessions";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { readClosings } from "@/lib/sites/schedules";

import { testDatabase } from "../../../support/database";
import { hours, minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import { ccs, chademo, closePlace, mixedStation, plugsAt } from "../bookings/mixed-station";
import { at, settingOf } from "../bookings/setting";
import { freshPlate } from "./gate";

const { db } = await testDatabase({ max: 10 });
const s = await settingOf(db);
const slow = 50_000;

beforeEach(() => s.clock.set(testStart));

async function siteOf() {
  const id = await mixedStation(s, [
    [[ccs], slow],
    [[ccs], slow],
    [[chademo], slow],
  ]);
  const plug = await plugsAt(s, id);
  return { id, plug, operator: await s.operatorAt(id) };
}

describe("a connector that closes soon", () => {
  it("is told with the time, from four hours before on, until it is closed", async () => {
    const { id, plug, operator } = await siteOf();
    await closePlace(s, id, plug(1), [8, 9]);
    const closings = async () => Object.fromEntries(await readClosings(s.as(operator), [id]));
    s.clock.set(at(4, -1));
    expect(await closings()).toEqual({});
    s.clock.set(at(4));
    expect(await closings()).toEqual({ [plug(1)]: at(8).toISOString() });
    s.clock.set(at(8, -1));
    expect(await closings()).toEqual({ [plug(1)]: at(8).toISOString() });
    s.clock.set(at(8));
    expect(await closings()).toEqual({});
  });

  it("may be the highest one, of a day with fewer places", async () => {
    const { id, plug, operator } = await siteOf();
    // Midnight in New York is 16 hours after the start.
    const on = new Date(testStart.getTime() + hours(24)).toISOString().slice(0, 10);
    await db.insert(capacityOverrides).values({ stationId: id, on, connectors: 2 });
    s.clock.set(at(16, -minutes(1)));
    const closings = await readClosings(s.as(operator), [id]);
    expect([...closings]).toEqual([[plug(3), at(16).toISOString()]]);
  });

  it("is what a car without a booking gets last, among those that are alike", async () => {
    const { id, plug, operator } = await siteOf();
    await closePlace(s, id, plug(1), [3, 4]);
    await rebuildSlots(s.job("slots"), [id]);
    s.clock.set(at(2, minutes(10)));
    const walkIn = () => startWalkUp(s.as(operator), { stationId: id, plate: freshPlate() });
    const numbers = [(await walkIn()).connector.number, (await walkIn()).connector.number];
    expect(numbers.filter((number) => number !== 3)).toEqual([2, 1]);
    await s.holds();
  });
});

describe("a car that charges", () => {
  it("is told the connectors that suit it in the order of check-in, its own kind of place first", async () => {
    const { id, plug, operator } = await siteOf();
    s.clock.set(at(2));
    const stand = { stationId: id, plate: freshPlate(), connectorId: plug(3) };
    const session = await startWalkUp(s.as(operator), stand);
    const order = async () => {
      const { inProgress } = await readQueue(s.as(operator), { stationId: id });
      return inProgress[0]?.suitingConnectorIds;
    };
    expect(await order()).toEqual([plug(3), plug(1), plug(2)]);
    await updateSession(s.as(operator), { id: session.id, connectorId: plug(2) });
    expect(await order()).toEqual([plug(1), plug(2), plug(3)]);
  });
});
