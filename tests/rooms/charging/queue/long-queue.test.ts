import { sql } from "drizzle-orm";
import { expect, it } from "vitest";

import { readQueue } from "@/lib/charging/queue";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { makeManyBookings } from "../../../support/many-bookings";
import { hours, testClockAt } from "../../../support/test-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase({ max: 10 });

it("four full stations are read within a statement's deadline; long lists are cut, and counted whole", async () => {
  const { office } = await makeManyBookings(db);
  const stations = await db.execute<{ id: string }>(sql`select id from stations`);
  const stationIds = stations.map(({ id }) => id);
  await db.execute(sql`
    insert into connectors (id, station_id, number, standards, status, created_at, updated_at)
    select gen_random_uuid(), id, n, array['IEC_62196_T1_COMBO'], 'Active', now(), now()
    from stations, generate_series(10, 21) n`);
  await db.execute(sql`
    insert into qr_tokens (id, booking_id, code, key_id, issued_at, opens_at, expires_at)
    select gen_random_uuid(), id, upper(substr(md5(id::text), 1, 8)), 'q1', created_at,
      starts_at - interval '15 minutes', starts_at + interval '30 minutes'
    from bookings on conflict do nothing`);
  await db.execute(sql`
    insert into slots (station_id, starts_at, ends_at, capacity, open_places, updated_at)
    select id, hour, hour + interval '1 hour', 16, repeat('1', 16), now() from stations, generate_series(
      ${testStart.toISOString()}::timestamptz,
      ${testStart.toISOString()}::timestamptz + interval '99 hours', interval '1 hour') hour`);
  await db.execute(sql`
    insert into sessions (id, booking_id, station_id, business_id, owner_id, connector_id, status,
      checked_in_by, started_at, currency)
    select gen_random_uuid(), b.id, b.station_id, b.business_id, b.owner_id, c.id, 'Active',
      ${office.userId}, b.starts_at, 'USD'
    from (
      select *, row_number() over (partition by station_id order by starts_at) as place
      from bookings where status = 'InProgress'
    ) b join connectors c on c.station_id = b.station_id and c.number = 9 + b.place`);
  await db.execute(sql`analyze`);
  const { businessId } = office;
  if (businessId === null) throw new Error("an office has a business");
  const actor = await makeUser(db, "Operator", { businessId, stationIds });
  const clock = testClockAt(new Date(testStart.getTime() + hours(50)));
  const ctx = makeContext({ db, actor, clock, config: testConfig });
  const before = (await readQueue(ctx, {})).counts.exceptions;
  await db.execute(sql`
    insert into offline_refusals (id, refused_by, key, business_id, station_id, booking_id, act, acted_at,
      created_at, told, code, details, found)
    select gen_random_uuid(), ${actor.userId}, id::text, business_id, station_id, id, 'Finalize', now(),
      now(), '{}', 'session.ended', '{}', '{"status": "Completed", "action": null, "at": null, "by": null}'
    from bookings order by bookings.id limit 250`);
  const queue = await readQueue(ctx, {});
  expect(queue.exceptions.filter(({ kind }) => kind === "OfflineRefused")).toHaveLength(200);
  expect(queue.counts.exceptions).toBe(before + 250);
  expect(queue.approvals).toHaveLength(200);
  expect(queue.counts).toMatchObject({ approvals: 1112, inProgress: 48 });
  expect(queue.inProgress).toHaveLength(48);
  expect(queue.exceptions.length).toBeGreaterThan(200);
});
