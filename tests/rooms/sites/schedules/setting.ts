import { bookings } from "@/db/schema/bookings";
import { schedules, slots } from "@/db/schema/schedules";
import type { Actor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { newBookingNumber, newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import type { JobName } from "@/lib/words";
import { asc, eq } from "drizzle-orm";

import { fileClock } from "../../../support/file-clock";
import type { TestClock } from "../../../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const everyDay = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** One test file's database and clock, and what its tests ask of them. */
export interface Setting {
  readonly clock: TestClock;
  as(actor: Actor): Context;
  job(name: JobName): Context;
  /** Gives a station the same windows every day, without building slots. */
  open(stationId: string, ...windows: [start: string, end: string][]): Promise<void>;
  slots(stationId: string): Promise<(typeof slots.$inferSelect)[]>;
  /** A booking that holds a place, stored as it is. */
  book(
    at: { stationId: string; businessId: string; ownerId: string },
    startsAt: string,
    endsAt: string,
    status?: (typeof bookings.$inferInsert)["status"],
  ): Promise<string>;
}

/** The hours of a day. */
export const day = [{ start: "08:00", end: "22:00" }];
/** Open from eight to ten at night, every day. */
export const week = Object.fromEntries(everyDay.map((name) => [name, day])) as Record<
  "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun",
  typeof day
>;

/** Two businesses, each with its office. */
export async function twoOffices(db: Db) {
  const business = await makeBusiness(db);
  const other = await makeBusiness(db, "Mohawk Power");
  const world = settingOf(db);
  const officeOf = async ({ id: businessId }: { id: string }) =>
    world.as(await makeUser(db, "Backoffice", { businessId }));
  return {
    business,
    other,
    world,
    office: await officeOf(business),
    foreign: await officeOf(other),
  };
}

export function settingOf(db: Db, start: Date | string = testStart): Setting {
  const clock = fileClock(start);
  const as = (actor: Actor) => makeContext({ db, actor, clock, config: testConfig });
  return {
    clock,
    as,
    job: (name) => as(jobActor(name)),
    async open(stationId, ...windows) {
      const day = windows.map(([start, end]) => ({ start, end }));
      const weekly = Object.fromEntries(everyDay.map((name) => [name, day]));
      await db
        .insert(schedules)
        .values({ stationId, weekly, updatedAt: clock.now() })
        .onConflictDoUpdate({ target: schedules.stationId, set: { weekly } });
    },
    slots: (stationId) =>
      db.select().from(slots).where(eq(slots.stationId, stationId)).orderBy(asc(slots.startsAt)),
    async book({ stationId, businessId, ownerId }, startsAt, endsAt, status = "Approved") {
      const id = newId();
      await db.insert(bookings).values({
        id,
        number: newBookingNumber(),
        ownerId,
        stationId,
        businessId,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        status,
        tariff: energyTariff,
        estimateMinor: 0,
        createdAt: clock.now(),
        updatedAt: clock.now(),
      });
      return id;
    },
  };
}
