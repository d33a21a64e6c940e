import { createDatabase } from "@/db/client";
import { anonymous, type Actor, type UserActor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { jobActor } from "@/lib/core/job-actor";
import { requestBusiness } from "@/lib/people/businesses";
import { refreshSlots } from "@/lib/sites/schedules";
import { importStations } from "@/lib/sites/stations";
import { makeContext, readConfig } from "@/lib/process/wiring";

import { playBookings, type Place } from "./bookings";
import { demoBusinesses, demoRequests } from "./businesses";
import { realSessions, stationsCsv } from "./data";
import {
  hasAccounts,
  isSeeded,
  makeAdmin,
  makeOperator,
  makeOwners,
  openDemoLogins,
} from "./people";
import { makeHistory } from "./history";
import { settleOldNews } from "./old-news";
import { planBookings } from "./plan";
import { chanceOf } from "./random";
import { planWalkUps } from "./walk-ups";
import { addConflict, addExceptions, makeBusiness } from "./stations";

/** What the seed is given: the migrated database, the demo's environment, and where to report progress. */
export interface SeedOptions {
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
  /** The instant around which the fortnight lies; by default the present one. */
  readonly now?: Date;
}

const othersData =
  "This database has accounts of its own, and the demo's logins, whose password is published, do not belong beside " +
  "them. Give the demo an empty database, or none: without DATABASE_URL it has its own.";

type ContextAt = (at: Date, actor: Actor) => Context;

/**
 * Puts the demo's data into the database, in one transaction and by the use cases with a moved clock; run again, it
 * adds nothing. Throws a plain Error outside the demo, and where others' accounts are: its logins may exist nowhere
 * else.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  if (options.env.BAYBOOK_DEMO !== "1") {
    throw new Error("The demo's data, with its open logins, is for `npm run demo` alone.");
  }
  const config = readConfig(options.env);
  const now = options.now ?? new Date();
  const { db, close } = createDatabase(options.databaseUrl, {
    max: 1,
    name: "baybook seed",
    work: "command",
  });
  try {
    await db.transaction(async (tx) => {
      const contextAt = (at: Date, actor: Actor) =>
        makeContext({
          db: tx as Db,
          actor,
          config,
          clock: { now: () => at, real: () => new Date() },
        });
      if (await isSeeded(contextAt(now, jobActor("seed")))) {
        options.log("The demo's data is there already.");
        return;
      }
      if (await hasAccounts(contextAt(now, jobActor("seed")))) throw new Error(othersData);
      await fill(contextAt, now, options.log);
    });
  } finally {
    await close();
  }
}

/** Businesses that an admin has not answered yet. */
async function askForAccounts(ctx: Context): Promise<void> {
  for (const request of demoRequests) await requestBusiness(ctx, request);
}

async function fill(contextAt: ContextAt, now: Date, log: SeedOptions["log"]): Promise<void> {
  const begin = new Date(now.getTime() - 10 * dayMs);
  const admin = await makeAdmin(contextAt(begin, jobActor("seed")));
  const first = contextAt(begin, admin);
  const csv = stationsCsv();
  const places: Place[] = [];
  for (const business of demoBusinesses) {
    const { businessId, officeId, stations } = await makeBusiness(first, business, csv);
    const office = officeOf(officeId, businessId, business.contact.name);
    places.push(...(await staff(first, stations, office, places.length)));
    log(`${business.name}: ${stations.length} stations`);
  }
  await makeHistory(first, now, log);
  await askForAccounts(contextAt(new Date(now.getTime() - dayMs), anonymous));
  const listed = await importStations(first, { source: csv });
  log(`${listed.counts.created} more stations listed`);
  const owners = await makeOwners(first, 41);
  await openDemoLogins(first);
  await refreshSlots(contextAt(new Date(now.getTime() - 4 * dayMs), jobActor("slots")));
  const chance = chanceOf(20_260);
  const plan = planBookings(now, places, owners, realSessions(), chance);
  const mine = places.slice(0, 3);
  const made = await playBookings(contextAt, plan, planWalkUps(contextAt, mine, now), chance);
  const [place] = places.slice(3);
  const present = contextAt(now, admin);
  if (place) await addExceptions(present, place.station, now);
  await addConflict(
    present,
    places.slice(0, 8).map(({ station }) => station.id),
    new Date(now.getTime() + dayMs),
  );
  await refreshSlots(contextAt(now, jobActor("slots")));
  await settleOldNews(present);
  log(`${owners.length} owners, ${made} bookings`);
}

/** One operator for some stations: three for the first of all, the demo's login. */
async function staff(
  ctx: Context,
  stations: readonly Place["station"][],
  office: UserActor,
  before: number,
): Promise<Place[]> {
  const places: Place[] = [];
  let rest = stations;
  while (rest.length > 0) {
    const isDemo = before + places.length === 0;
    const own = rest.slice(0, isDemo ? 3 : 8);
    rest = rest.slice(own.length);
    const ids = own.map(({ id }) => id);
    const operator = await makeOperator(ctx, before + places.length, ids);
    places.push(...own.map((station) => ({ station, operator, office })));
  }
  return places;
}

function officeOf(userId: string, businessId: string, name: string): UserActor {
  return {
    kind: "User",
    locale: null,
    userId,
    role: "Backoffice",
    status: "Active",
    name,
    email: null,
    businessId,
    stationIds: [],
    ownerNic: null,
  };
}
