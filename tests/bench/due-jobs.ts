import { sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { markNoShows } from "@/lib/charging/bookings";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { refreshSlots } from "@/lib/sites/schedules";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testClockAt } from "../support/test-clock";
import { energyTariff, makeBusiness, makeUser, testStart } from "../support/world";
import type { Figure } from "./figures";
import { alike, asJob, at, config, openStation } from "./open-stations";

const count = 10_000;
const stationCount = 1_000;
/** Owners, each with one booking an hour. */
const ownerCount = 100;
const lastHour = count / ownerCount;
const least = 1_000;

/**
 * Nobody came to any of 10,000 bookings at 1,000 stations while no worker ran: two, each with connections of its own,
 * close them at the same moment (quality.md, due jobs).
 */
export async function dueJobs(): Promise<Figure[]> {
  const url = await createTestDatabase();
  const workers = [1, 2].map((number) =>
    createDatabase(url, { max: 4, name: `bench-${number}`, work: "job" }),
  );
  try {
    const [{ db } = { db: undefined }] = workers;
    if (!db) throw new Error("There is no worker.");
    await makeMissed(db);
    const clock = testClockAt(at(lastHour + 1));
    const actor = jobActor("no-show");
    const began = performance.now();
    const counts = await Promise.all(
      workers.map(({ db }) => markNoShows(makeContext({ db, actor, clock, config }))),
    );
    const perSecond = (count / (performance.now() - began)) * 1_000;
    await expectEachOnce(db);
    const shares = counts.map((one) => one.count).join(" and ");
    const isOnce = counts.reduce((sum, one) => sum + one.count, 0) === count;
    return [
      {
        bench: "jobs that are due, two workers",
        what: `${count} no-shows due at once`,
        figure: `${perSecond.toFixed(0)} a second, by ${shares}, none twice`,
        reach: `none twice, ≥ ${least} a second`,
        reached: isOnce && perSecond >= least,
      },
    ];
  } finally {
    for (const { close } of workers) await close();
    await dropTestDatabase(url);
  }
}

/** Ten bookings at each station, one after the other of other stations. */
async function makeMissed(db: Db): Promise<void> {
  const { id: businessId } = await makeBusiness(db);
  const owners = await Promise.all(
    Array.from({ length: ownerCount }, () => makeUser(db, "EvOwner")),
  );
  const stationIds: string[] = [];
  while (stationIds.length < stationCount) {
    stationIds.push(await openStation(db, businessId, alike));
  }
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    number: `BK-${newId()}`,
    ownerId: owners[index % ownerCount]?.userId ?? "",
    businessId,
    stationId: stationIds[index % stationCount] ?? "",
    status: "Approved" as const,
    placeGroup: 1,
    startsAt: at(1 + Math.floor(index / ownerCount)),
    endsAt: at(2 + Math.floor(index / ownerCount)),
    createdAt: testStart,
    tariff: energyTariff,
    estimateMinor: 500,
    updatedAt: testStart,
  }));
  for (let from = 0; from < count; from += 1_000) {
    await db.insert(bookings).values(rows.slice(from, from + 1_000));
  }
  await refreshSlots(asJob(db));
  const taken = await db.$count(slots, sql`reserved = 1`);
  if (taken !== count) throw new Error(`${taken} slots are taken.`);
  await db.execute(sql`vacuum analyze`);
}

/** Throws where one was closed twice or not at all, or its place was not given back. */
async function expectEachOnce(db: Db): Promise<void> {
  const [found] = await db.execute<Record<"closed" | "audited" | "told" | "reserved", number>>(sql`
    select
      (select count(*)::int from bookings where status = 'NoShow') as closed,
      (select count(*)::int from audits where "to" = 'NoShow') as audited,
      (select count(*)::int from outbox_events where type = 'booking.no_show') as told,
      (select coalesce(sum(reserved), 0)::int from slots) as reserved`);
  const { closed, audited, told, reserved } = found ?? {};
  if (closed !== count || audited !== count || told !== count || reserved !== 0) {
    throw new Error(JSON.stringify(found));
  }
}
