import { asc, eq, gt } from "drizzle-orm";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { holdingStatuses } from "@/lib/charging/bookings/schema";
import type { Actor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { setSchedule } from "@/lib/sites/schedules";

import { testClockAt } from "../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../../support/world";
import { cutoff, minute, takenIn, type Model, type Told } from "./model";

/** The real thing that the model is held against: one station with two places, open all day, and six drivers. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

const config = {
  ...testConfig,
  settings: { slotHorizonDays: 4, maxDaysAhead: 3, changeCutoffMinutes: cutoff / minute },
};

export async function makeWorld(db: Db) {
  const clock = testClockAt(testStart);
  const as = (actor: Actor): Context => makeContext({ db, actor, clock, config });
  const { id: businessId } = await makeBusiness(db);
  const office = await makeUser(db, "Backoffice", { businessId });
  // Nepal's clocks never change, and its hours are nobody else's.
  const station = await makeStation(db, businessId, {
    connectors: 2,
    approval: "Auto",
    timeZone: "Asia/Kathmandu",
  });
  const all = [{ start: "00:00", end: "24:00" }];
  const weekly = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
  await setSchedule(as(office), {
    stationId: station.id,
    weekly,
    exceptions: [],
    capacityOverrides: [],
  });
  const owners = await Promise.all(Array.from({ length: 6 }, () => makeUser(db, "EvOwner")));
  const [, connectorId = ""] = station.connectorIds;
  return {
    db,
    clock,
    stationId: station.id,
    connectorId,
    asOffice: () => as(office),
    job: (name: Parameters<typeof jobActor>[0]) => as(jobActor(name)),
    as: (owner: number) => as(owners[owner] ?? office),
  };
}

const isoOf = (instant: number) => new Date(instant).toISOString();

/** What the tables say: who waits and who has booked, the slots that are not over, and what this instant's audits tell of the line. */
export async function readStored({ db, clock }: World) {
  const [entries, booked, slotRows, told] = await Promise.all([
    db.select().from(waiting).orderBy(asc(waiting.createdAt), asc(waiting.id)),
    db.select().from(bookings),
    db.select().from(slots).where(gt(slots.startsAt, clock.now())),
    db.select().from(audits).where(eq(audits.at, clock.now())),
  ]);
  return {
    entries: entries.map(
      ({ id, status, offerEndsAt }) => `${id} ${status} ${offerEndsAt?.toISOString() ?? "-"}`,
    ),
    bookings: booked
      .map(({ id, status, startsAt, endsAt }) => {
        const isHeld = holdingStatuses.some((one) => one === status);
        return `${id} ${isHeld} ${startsAt.toISOString()} ${endsAt.toISOString()}`;
      })
      .toSorted(),
    slots: slotRows
      .map(
        ({ startsAt, capacity, reserved }) => `${startsAt.toISOString()} ${reserved}/${capacity}`,
      )
      .toSorted(),
    told: told
      .filter(({ entity }) => entity === "Waiting")
      .map(({ entityId, action, to }) => `${entityId} ${action} ${to}`)
      .toSorted(),
  };
}

/** The same as the model has it; of slots those that the tables have. */
export function foretold(
  model: Model,
  told: readonly Told[],
  slotLines: readonly string[],
): Awaited<ReturnType<typeof readStored>> {
  return {
    entries: model.entries.map(
      ({ id, status, until }) => `${id} ${status} ${until === null ? "-" : isoOf(until)}`,
    ),
    bookings: model.bookings
      .map(({ id, isHeld, start, end }) => `${id} ${isHeld} ${isoOf(start)} ${isoOf(end)}`)
      .toSorted(),
    slots: slotLines.map((line) => {
      const [at = ""] = line.split(" ");
      const start = Date.parse(at);
      return `${at} ${takenIn(model, { start, end: start + 60 * minute })}/${model.places}`;
    }),
    told: told.map(({ id, action, to }) => `${id} ${action} ${to}`).toSorted(),
  };
}
