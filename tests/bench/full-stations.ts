import { asc, eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { maintenanceHolds, placeGroups, schedules } from "@/db/schema/schedules";
import { connectors } from "@/db/schema/stations";
import { findMisflagged } from "@/lib/charging/bookings/flag-conflicts";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { readAvailability } from "@/lib/sites/schedules";
import { rebuildSlots, recountPlaces } from "@/lib/sites/schedules/inside";

import { hours, testClockAt } from "../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../support/world";
import { type Figure, percentile, timed } from "./figures";
import { withDatabase } from "./open-stations";

const ccs = "IEC_62196_T2_COMBO";
const chademo = "CHADEMO";
const days = 60;
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));
const config = { ...testConfig, settings: { ...testConfig.settings, slotHorizonDays: days } };
const asJob = (db: Db) =>
  makeContext({ db, actor: jobActor("slots"), clock: testClockAt(testStart), config });

type Places = readonly (readonly [count: number, standards: readonly string[], powerW: number])[];
const three: Places = [
  [4, [ccs], 150_000],
  [4, [ccs, chademo], 50_000],
  [2, ["IEC_62196_T2"], 22_000],
];
const one: Places = [[10, [ccs], 50_000]];

/** What it costs to decide about a station of ten places that is full for 60 days, and to say what it has left. */
export const fullStations = (): Promise<Figure[]> =>
  withDatabase(async (db) => [
    await conflicts(db, "three kinds", three),
    await conflicts(db, "one kind", one),
    await availability(db),
  ]);

/** Numbers that look drawn and are the same in each run. */
function drawing(): () => number {
  let drawn = 7;
  return () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** A station with its places taken for 60 days by stays of one to four hours, a share of which is left out. */
async function fullStation(db: Db, places: Places, share: number) {
  const { id: businessId } = await makeBusiness(db);
  const kinds = places.flatMap(([count, standards, powerW]) =>
    Array.from({ length: count }, () => ({ standards: [...standards], powerW })),
  );
  const { id: stationId } = await makeStation(db, businessId, { places: kinds });
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = Object.fromEntries(
    names.map((name) => [name, [{ start: "00:00", end: "24:00" }]]),
  );
  await db.insert(schedules).values({ stationId, weekly, updatedAt: testStart });
  await rebuildSlots(asJob(db), [stationId]);
  const groups = await db.select().from(placeGroups).where(eq(placeGroups.stationId, stationId));
  const draw = drawing();
  const rows: (typeof bookings.$inferInsert)[] = [];
  for (const { standards, powerW } of kinds) {
    const { userId: ownerId } = await makeUser(db, "EvOwner");
    const group = groups.find(
      (one) => one.powerW === powerW && one.standards.length === standards.length,
    );
    for (let hour = 1, length = 0; hour < days * 24 - 4; hour += length) {
      length = 1 + Math.floor(draw() * 4);
      const [isThere, isAsked, which] = [draw() < share, draw() < 0.4, draw()];
      if (!isThere) continue;
      rows.push({
        id: newId(),
        number: `BK-${newId()}`,
        ownerId,
        stationId,
        businessId,
        status: "Approved",
        placeGroup: group?.number ?? 1,
        startsAt: at(hour),
        endsAt: at(hour + length),
        createdAt: at(-draw() * 1_000),
        standard: isAsked ? (standards[Math.floor(which * standards.length)] ?? null) : null,
        tariff: energyTariff,
        estimateMinor: 500,
        updatedAt: testStart,
      });
    }
  }
  for (let from = 0; from < rows.length; from += 1_000) {
    await db.insert(bookings).values(rows.slice(from, from + 1_000));
  }
  await recountPlaces(asJob(db), { stationIds: [stationId], from: testStart });
  const plugs = await db
    .select({ id: connectors.id })
    .from(connectors)
    .where(eq(connectors.stationId, stationId))
    .orderBy(asc(connectors.number));
  const close = async (place: number, [from, to]: readonly [number, number]) => {
    await db.insert(maintenanceHolds).values({
      id: newId(),
      stationId,
      startsAt: at(from),
      endsAt: at(to),
      connectorIds: [plugs[place]?.id ?? ""],
      reason: "Cable",
      createdAt: testStart,
    });
    await rebuildSlots(asJob(db), [stationId]);
  };
  return { stationId, count: rows.length, close };
}

async function conflicts(db: Db, what: string, places: Places): Promise<Figure> {
  const { stationId, count, close } = await fullStation(db, places, 0.97);
  await close(0, [15 * 24, 45 * 24]);
  await db.update(bookings).set({ conflict: null, conflictAt: null });
  let flagged = 0;
  const took = await timed(5, async () => {
    flagged = (await findMisflagged(asJob(db), [stationId], "look")).changes.length;
  });
  const half = percentile(took, 0.5);
  return {
    bench: "a station full for 60 days",
    what: `conflicts at ten places of ${what}, one of them closed for 30 days, decided from the beginning`,
    figure: `${count} bookings, ${flagged} flagged, p50 ${half.toFixed(0)} ms`,
    reach: "≤ 2000 ms",
    reached: half <= 2_000,
  };
}

async function availability(db: Db): Promise<Figure> {
  const { stationId, close } = await fullStation(db, three, 0.97);
  await close(4, [24, 72]);
  let left = 0;
  const took = await timed(20, async () => {
    const slots = await readAvailability(asJob(db), { stationId, standard: [chademo] });
    left = slots.filter(({ remaining }) => remaining > 0).length;
  });
  const half = percentile(took, 0.5);
  return {
    bench: "a station full for 60 days",
    what: "a week's slots for a plug of one kind of three, of which a place is closed for two days",
    figure: `${left} slots with room, p50 ${half.toFixed(0)} ms`,
    reach: "≤ 150 ms",
    reached: half <= 150,
  };
}
