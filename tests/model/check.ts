import { and, eq } from "drizzle-orm";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { placeGroups, slots } from "@/db/schema/schedules";
import { sessions } from "@/db/schema/sessions";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { holdsPlace, meets, reserved, type Booking, type Model } from "./model";
import type { GroupOf, Told } from "./step";
import type { World } from "./world";

/** What the tables say, as plainly as the model says it. */
export interface Stored {
  readonly bookings: readonly string[];
  readonly slots: readonly StoredSlot[];
  readonly sessions: readonly string[];
  readonly told: readonly string[];
  readonly groupOf: GroupOf;
  readonly conflictOf: (bookingId: string) => ConflictReason | null;
}
interface StoredSlot {
  readonly station: string;
  readonly start: number;
  readonly end: number;
  readonly group: string;
  readonly capacity: number;
  readonly held: number;
  readonly reserved: number;
}

const lineOf = (booking: Pick<Booking, "id" | "status" | "conflict" | "group" | "start" | "end">) =>
  [
    booking.id,
    booking.status,
    booking.conflict,
    booking.group,
    ...[booking.start, booking.end].map((at) => new Date(at).toISOString()),
  ].join(" ");
const slotLine = (slot: StoredSlot) =>
  `${slot.station} ${new Date(slot.start).toISOString()} ${slot.end - slot.start} ${slot.group} places ${slot.capacity} held ${slot.held} reserved ${slot.reserved}`;
const toldLine = ({ entity, entityId, action, from, to }: Told) =>
  [entity, entityId, action, from, "→", to].join(" ");

/** Joins the group of which a booking or a slot is. */
const isGroupOf = ({ stationId, placeGroup }: typeof bookings | typeof slots) =>
  and(eq(placeGroups.stationId, stationId), eq(placeGroups.number, placeGroup));

/** Reads all that a model foretells; of the audits those of this very instant, which is one deed's alone. */
export async function readStored({ db, clock }: World): Promise<Stored> {
  const [bookingRows, slotRows, sessionRows, auditRows] = await Promise.all([
    db
      .select({ row: bookings, key: placeGroups.key })
      .from(bookings)
      .leftJoin(placeGroups, isGroupOf(bookings)),
    db
      .select({ row: slots, key: placeGroups.key })
      .from(slots)
      .leftJoin(placeGroups, isGroupOf(slots)),
    db.select().from(sessions),
    db.select().from(audits).where(eq(audits.at, clock.now())),
  ]);
  const groups = new Map(bookingRows.map(({ row, key }) => [row.id, key ?? ""]));
  const conflicts = new Map(bookingRows.map(({ row }) => [row.id, row.conflict]));
  return {
    conflictOf: (id) => conflicts.get(id) ?? null,
    groupOf: (id) => groups.get(id) ?? "",
    bookings: bookingRows
      .map(({ row, key }) => ({
        ...row,
        group: key ?? "",
        start: row.startsAt.getTime(),
        end: row.endsAt.getTime(),
      }))
      .map(lineOf)
      .toSorted(),
    slots: slotRows
      .map(({ row: { stationId, startsAt, endsAt, ...row }, key }) => ({
        ...row,
        group: key ?? "",
        station: stationId,
        start: startsAt.getTime(),
        end: endsAt.getTime(),
      }))
      .toSorted((one, other) => slotLine(one).localeCompare(slotLine(other))),
    sessions: sessionRows.map(({ bookingId, status }) => `${bookingId} ${status}`).toSorted(),
    told: auditRows.map((row) => toldLine(row as Told)).toSorted(),
  };
}

/** Throws unless the tables are as the model is, and the deed was told exactly so. */
export function assertAlike(model: Model, told: readonly Told[], stored: Stored): void {
  const wantedSlots = model.stations.flatMap((station) =>
    station.slots.flatMap(({ start, end, groups }) =>
      groups.map(({ key, capacity, held }) => {
        const counts = { capacity, held, reserved: reserved(model, station, { start, end }, key) };
        return slotLine({ station: station.id, start, end, group: key, ...counts });
      }),
    ),
  );
  const wantedSessions = model.bookings.flatMap(({ id, session }) =>
    session ? [`${id} ${session.status}`] : [],
  );
  assertSame("bookings", model.bookings.map(lineOf), stored.bookings);
  assertSame("slots", wantedSlots, stored.slots.map(slotLine));
  assertSame("sessions", wantedSessions, stored.sessions);
  assertSame("audits", told.map(toldLine), stored.told);
}

function assertSame(what: string, wanted: readonly string[], found: readonly string[]): void {
  const [missing, extra] = [without(wanted, found), without(found, wanted)];
  if (missing.length === 0 && extra.length === 0) return;
  const listed = (lines: readonly string[]) => lines.slice(0, 6).map((line) => `\n    ${line}`);
  throw new Error(
    `The ${what} are not as they should be.\n  Missing:${listed(missing).join("")}\n  There instead:${listed(extra).join("")}`,
  );
}

/** What of a list the other has not, as often as it has it. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = Map.groupBy(other, (line) => line);
  return list.filter((line) => left.get(line)?.pop() === undefined);
}

/** A status may become these and no other (product.md, Booking). */
const ways: Readonly<Record<string, readonly string[]>> = {
  Pending: [
    "Approved",
    "Rejected",
    "CanceledByOwner",
    "CanceledByBackoffice",
    "CanceledByOperator",
  ],
  Approved: [
    "Pending",
    "InProgress",
    "NoShow",
    "CanceledByOwner",
    "CanceledByBackoffice",
    "CanceledByOperator",
  ],
  InProgress: ["Completed", "CanceledByOperator"],
  NoShow: ["InProgress"],
};

/** Throws where a status became another one that no table lets it. Lines begin with id and status. */
export function assertWays(before: Stored, after: Stored): void {
  const statuses = new Map(before.bookings.map((line) => line.split(" ", 2) as [string, string]));
  for (const line of after.bookings) {
    const [id = "", to = ""] = line.split(" ", 2);
    const from = statuses.get(id);
    // A walk-up is let in as it is made.
    const isNew = from === undefined && ["Pending", "Approved", "InProgress"].includes(to);
    if (isNew || from === to || (from && ways[from]?.includes(to))) continue;
    throw new Error(`A booking went from ${from} to ${to}.`);
  }
}

/**
 * Throws where a deed that is no change of the station let more bookings into a slot than it has places, or where
 * more are in one than it has and nobody who could be asked to give way is flagged.
 */
export function assertPlaces(model: Model, before: Stored, after: Stored, mayCrowd: boolean): void {
  const keyOf = ({ station, start, end, group }: StoredSlot) =>
    `${station} ${start} ${end} ${group}`;
  const counts = new Map(before.slots.map((slot) => [keyOf(slot), slot.reserved]));
  for (const slot of after.slots.filter((one) => one.reserved > one.capacity)) {
    if (!mayCrowd && slot.reserved > (counts.get(keyOf(slot)) ?? 0)) {
      throw new Error(`More bookings than places by a booking: ${slotLine(slot)}`);
    }
    const inIt = model.bookings.filter(
      (one) =>
        one.station.id === slot.station &&
        one.group === slot.group &&
        holdsPlace(one) &&
        meets(one, slot),
    );
    const toCome = inIt.filter(({ status, start }) => status !== "InProgress" && start > model.now);
    if (toCome.length > 0 && inIt.every(({ conflict }) => conflict === null)) {
      throw new Error(`More bookings than places, and none is flagged: ${slotLine(slot)}`);
    }
  }
}
