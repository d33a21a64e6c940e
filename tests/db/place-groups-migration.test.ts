import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { refreshSlots } from "@/lib/sites/schedules";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { energyTariff, makeBusiness, testConfig } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

const ccs = "IEC_62196_T2_COMBO";
const chademo = "CHADEMO";
const now = new Date().toISOString();
const hour = 3_600_000;
const next = Math.ceil(Date.now() / hour);
/** So many hours after the next full one, so that slots of whole hours lie there. */
const inHours = (count: number) => new Date((next + count) * hour).toISOString();

let people = 0;

/** A station as it was: a count of places, one slot that runs and two to come, and so many bookings of the first. */
async function oldStation(businessId: string, plugs: readonly string[], booked: number) {
  const stationId = newId();
  await sql`insert into stations ${sql({
    id: stationId,
    business_id: businessId,
    name: "Old",
    address: "1 Main Street",
    latitude: 42.65,
    longitude: -73.75,
    time_zone: "UTC",
    type: "DC",
    status: "Active",
    slot_minutes: 60,
    approval: "Manual",
    created_at: now,
    updated_at: now,
  })}`;
  for (const [index, plug] of plugs.entries()) {
    await sql`insert into connectors (id, station_id, number, standards, max_power_w, status, created_at, updated_at)
      values (${newId()}, ${stationId}, ${index + 1}, ${[plug]}, 50000, 'Active', ${now}, ${now})`;
  }
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const allDay = Object.fromEntries(days.map((day) => [day, [{ start: "00:00", end: "24:00" }]]));
  await sql`insert into schedules (station_id, weekly, updated_at)
    values (${stationId}, ${JSON.stringify(allDay)}::text::jsonb, ${now})`;
  for (const [from, reserved] of [
    [-1, 0],
    [24, booked],
    [25, 0],
  ] as const) {
    await sql`insert into slots (station_id, starts_at, ends_at, capacity, reserved, updated_at)
      values (${stationId}, ${inHours(from)}, ${inHours(from + 1)}, ${plugs.length}, ${reserved}, ${now})`;
  }
  for (let made = 0; made < booked; made += 1) {
    const userId = newId();
    await sql`insert into users (id, role, status, email, phone, name, created_at, updated_at)
      values (${userId}, 'EvOwner', 'Active', ${`${userId}@example.test`}, ${`+1212555${1_000 + people++}`}, 'Ola', ${now}, ${now})`;
    await sql`insert into bookings (id, number, owner_id, station_id, business_id, starts_at, ends_at, status, tariff,
        estimate_minor, created_at, updated_at)
      values (${newId()}, ${`BK-OLD-${plugs.length}-${made}`}, ${userId}, ${stationId}, ${businessId}, ${inHours(24)},
        ${inHours(25)}, 'Approved', ${JSON.stringify(energyTariff)}::text::jsonb, 500, ${now}, ${now})`;
  }
  return stationId;
}

test("stations get the groups of their places, and each booking that stands one that has room for it", async () => {
  await goBackBefore("_place_groups", url);
  const { id: businessId } = await makeBusiness(db);
  const alike = await oldStation(businessId, [ccs, ccs], 2);
  const mixed = await oldStation(businessId, [ccs, ccs, chademo], 3);
  await migrate(url);
  const groups = await sql`select station_id, number, key from place_groups order by number`;
  const keysOf = (stationId: string) =>
    groups.filter((row) => row.station_id === stationId).map((row) => row.key as string);
  expect(keysOf(alike)).toEqual([`${ccs}@50000`]);
  expect(keysOf(mixed)).toEqual([`${ccs}@50000`, `${chademo}@50000`]);

  const ctx = makeContext({
    db,
    actor: jobActor("slots"),
    clock: systemClock,
    config: testConfig,
  });
  await refreshSlots(ctx);
  const slotsAt = async (stationId: string) =>
    (
      await sql`select place_group as "group", capacity, reserved, open_places as open from slots
        where station_id = ${stationId} and starts_at = ${inHours(24)} order by place_group`
    ).map((row) => ({ ...row }));
  expect(await slotsAt(alike)).toEqual([{ group: 1, capacity: 2, reserved: 2, open: "11" }]);
  expect(await slotsAt(mixed)).toEqual([
    { group: 1, capacity: 2, reserved: 2, open: "11" },
    { group: 2, capacity: 1, reserved: 1, open: "001" },
  ]);
  const held = await sql`select place_group as "group", conflict from bookings
    where station_id = ${mixed} order by number`;
  expect(held.map(({ group, conflict }) => [group as number, conflict as null])).toEqual([
    [1, null],
    [1, null],
    [2, null],
  ]);
});
