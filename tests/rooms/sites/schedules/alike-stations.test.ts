import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import {
  capacityOverrides,
  maintenanceHolds,
  scheduleExceptions,
  slots,
} from "@/db/schema/schedules";
import { connectorOutages, connectors, stations } from "@/db/schema/stations";
import { newId } from "@/lib/core/ids";
import { refreshSlots } from "@/lib/sites/schedules";
import { findDiffering } from "@/lib/sites/schedules/rebuild-slots";

import { testDatabase } from "../../../support/database";
import { hours, minutes } from "../../../support/test-clock";
import { makeBusiness, makeStation, testStart } from "../../../support/world";
import { settingOf } from "./setting";

const { db } = await testDatabase();
const business = await makeBusiness(db);
const world = settingOf(db);

type Made = Awaited<ReturnType<typeof makeStation>>;

const station = async (options: Parameters<typeof makeStation>[2] = {}, end = "22:00") => {
  const made = await makeStation(db, business.id, options);
  await world.open(made.id, ["08:00", end]);
  return made;
};
const hold = (stationId: string, named: { connectors?: number; connectorIds?: string[] }) =>
  db.insert(maintenanceHolds).values({
    id: newId(),
    stationId,
    startsAt: new Date("2026-06-02T12:30:00Z"),
    endsAt: new Date("2026-06-02T15:00:00Z"),
    reason: "Cable",
    createdAt: testStart,
    ...named,
  });

/** One change of each kind that decides slots, at a station that is otherwise as all others. */
const changes: Readonly<Record<string, () => Promise<unknown>>> = {
  nothing: () => station(),
  "nothing, once more": () => station(),
  "its zone": () => station({ timeZone: "Europe/London" }),
  "half an hour's slots": () => station({ slotMinutes: 30 }),
  "other hours": () => station({}, "20:00"),
  "three connectors": () => station({ connectors: 3 }),
  "other plugs": () => station({ places: [{ standards: ["CHADEMO"], powerW: 50_000 }] }),
  closed: () => station({ status: "Inactive" }),
  "a day off": async () => {
    const { id } = await station();
    await db.insert(scheduleExceptions).values({ stationId: id, on: "2026-06-03", closed: true });
  },
  "another day's hours": async () => {
    const { id } = await station();
    const windows = [{ start: "10:00", end: "12:00" }];
    await db
      .insert(scheduleExceptions)
      .values({ stationId: id, on: "2026-06-03", closed: false, windows });
  },
  "fewer places on a day": async () => {
    const { id } = await station();
    await db.insert(capacityOverrides).values({ stationId: id, on: "2026-06-03", connectors: 2 });
  },
  "a hold of two": async () => hold((await station()).id, { connectors: 2 }),
  "a hold of the first": async () => holdOne(await station(), 0),
  "a hold of the last": async () => holdOne(await station(), 3),
  "an outage": async () => {
    const { connectorIds } = await station();
    await db.insert(connectorOutages).values({
      id: newId(),
      connectorId: connectorIds[1] ?? "",
      startsAt: testStart,
      source: "Fault",
    });
  },
};
const holdOne = ({ id, connectorIds }: Made, at: number) =>
  hold(id, { connectorIds: connectorIds.slice(at, at + 1) });

it("a station has its own slots beside those that are like it in all but one thing", async () => {
  for (const make of Object.values(changes)) await make();
  const ids = (await db.select({ id: stations.id }).from(stations)).map(({ id }) => id);
  const asItShould = async () => {
    await refreshSlots(world.job("slots"));
    for (const [at, id] of ids.entries()) {
      const alone = await findDiffering(world.job("slots"), [id]);
      expect(alone, Object.keys(changes)[at]).toEqual([]);
    }
  };
  await asItShould();
  // With slots that run, whose places may differ as well.
  world.clock.advance(hours(1) + minutes(20));
  await asItShould();
  const [first = ""] = ids;
  await db.update(connectors).set({ status: "Inactive" }).where(eq(connectors.stationId, first));
  await asItShould();
  expect(await db.$count(slots, eq(slots.stationId, first))).toBeGreaterThan(0);
});
