import { sql as raw } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import type { Context, Db } from "@/lib/core/context";
import { suggestCharging, suggestOperations } from "@/lib/insight/suggestions";
import { SuggestCharging } from "@/lib/insight/suggestions/schema";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testClockAt } from "../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../support/world";
import { type Figure, percentile, timed } from "./figures";

const stations = 200;
/** operations.md §13: p95 for 200 stations and 48 hours. */
const reachMs = 150;
/** Sessions of a station in 30 days, and of the driver in 180. */
const sessionsOfStation = 300;
const sessionsOfDriver = 200;

/** What suggestions take for a driver among 200 stations, by the length of their slots, and for their office. */
export async function suggestions(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const slotMinutes of [60, 15]) figures.push(...(await among(slotMinutes)));
  return figures;
}

async function among(slotMinutes: number): Promise<Figure[]> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 4, name: "bench", work: "command" });
  try {
    const { id: businessId } = await makeBusiness(db);
    const driver = await makeUser(db, "EvOwner");
    const office = await makeUser(db, "Backoffice", { businessId });
    await makeCity(db, businessId, { driverId: driver.userId, slotMinutes });
    const clock = testClockAt(testStart);
    const ctx = (actor: Context["actor"]) => makeContext({ db, actor, clock, config: testConfig });
    const near = SuggestCharging.parse({ near: "42.65,-73.75" });
    const told = await suggestCharging(ctx(driver), near);
    if (told.suggestions.length !== 5) throw new Error("Five stations are to be suggested.");
    const ofDriver = await timed(60, () => suggestCharging(ctx(driver), near));
    const ofOffice = await timed(20, () => suggestOperations(ctx(office), {}));
    return [
      figure(
        `for a driver among ${stations} stations, 48 hours of ${slotMinutes}-minute slots`,
        ofDriver,
        reachMs,
      ),
      // What reports may take (architecture.md).
      figure(
        `for the office of ${stations} stations, five weeks of ${slotMinutes}-minute slots`,
        ofOffice,
        1_000,
      ),
    ];
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

function figure(what: string, times: readonly number[], reach: number): Figure {
  const p95 = percentile(times, 0.95);
  return {
    bench: "suggestions",
    what: `p95 ${what}`,
    figure: `${p95.toFixed(0)} ms`,
    reach: `≤ ${reach} ms`,
    reached: p95 <= reach,
  };
}

/** 200 stations within 20 km, each with slots of five weeks and sessions of 30 days, some of them the driver's. */
async function makeCity(
  db: Db,
  businessId: string,
  { driverId, slotMinutes }: { driverId: string; slotMinutes: number },
): Promise<void> {
  const ids: string[] = [];
  for (let made = 0; made < stations; made += 1) {
    const station = await makeStation(db, businessId, {
      name: `City ${made}`,
      latitude: 42.55 + (made % 20) / 100,
      longitude: -73.85 + Math.floor(made / 20) / 50,
      slotMinutes,
      tariff: { ...energyTariff, perKwhMinor: 20 + (made % 37) },
    });
    ids.push(station.id);
  }
  const now = testStart.toISOString();
  await db.execute(raw`
    insert into slots (station_id, starts_at, ends_at, capacity, open_places, reserved, updated_at)
    select id, at, at + make_interval(mins => ${slotMinutes}::int), 4, '1111', (extract(epoch from at)::bigint / 900 % 4)::int, now()
    from unnest(${raw.param(ids)}::uuid[]) id cross join generate_series(
      ${now}::timestamptz - interval '28 days', ${now}::timestamptz + interval '7 days' - interval '1 minute',
      make_interval(mins => ${slotMinutes}::int)) at`);
  const operator = await makeUser(db, "Operator", { businessId, stationIds: ids.slice(0, 1) });
  const visit = (ownerId: string | null, places: readonly string[], each: number, days: number) =>
    db.execute(raw`
      insert into bookings (id, number, owner_id, origin, station_id, business_id, starts_at, ends_at, status, tariff,
        estimate_minor, created_at, updated_at)
      select uuidv7(), 'BK-' || uuidv7(), ${ownerId}::uuid, 'WalkUp', id, ${businessId}::uuid, at, at + interval '45 minutes',
        'Completed', ${JSON.stringify(energyTariff)}::jsonb, 500, now(), now()
      from unnest(${raw.param([...places])}::uuid[]) with ordinality station(id, place)
      cross join generate_series(1, ${each}::int) n
      cross join lateral (select ${now}::timestamptz - place * interval '1 hour'
        - n * make_interval(secs => 86400.0 * ${days}::int / ${each}::int) as at) visit`);
  await visit(null, ids, sessionsOfStation, 30);
  await visit(driverId, ids.slice(0, 4), sessionsOfDriver / 4, 170);
  await db.execute(raw`
    insert into sessions (id, booking_id, station_id, business_id, owner_id, connector_id, status, checked_in_by,
      started_at, ended_at, energy_wh, currency)
    select uuidv7(), booking.id, booking.station_id, business_id, owner_id, connector.id,
      case when place % 23 = 0 then 'Aborted' else 'Completed' end, ${operator.userId}::uuid, starts_at, ends_at, 18000, 'USD'
    from (select *, row_number() over (order by id) as place from bookings) booking
    join connectors connector on connector.station_id = booking.station_id and connector.number = 1 + place % 4`);
  await db.execute(raw`analyze`);
}
