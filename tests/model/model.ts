import type { BookingStatus } from "@/lib/charging/bookings/schema";
import type { ConflictReason } from "@/lib/sites/schedules/schema";
import type { ConnectorStatus, StationStatus } from "@/lib/sites/stations/schema";

import { keyOf, type Kind, type Need } from "./kinds";

/*
 * What the product promises of stations, slots and bookings, told a second time and as plainly as can be: no tables,
 * no locks, no statements, whole lists walked each time. Instants are milliseconds. Nothing here is imported from the
 * rooms but the names of statuses.
 */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Nepal's clocks: 5:45 ahead of UTC all year, so that a station's day is nobody's else and never odd. */
export const zone = "Asia/Kathmandu";
export const zoneAhead = 345 * minute;

export const horizon = 4 * day;
export const furthestStart = 3 * day;
export const cutoff = 3 * hour;
export const mostSlots = 4;
export const opensBefore = 15 * minute;
export const closesAfter = 30 * minute;
export const noShowAfter = 15 * minute;
/** How long before a booking a place is kept for it from cars without one. */
export const keptBefore = 15 * minute;

export interface Range {
  start: number;
  end: number;
}
/** Opening hours of a day, in minutes of its own midnight; the end may lie on the next day. */
export type Windows = readonly (readonly [start: number, end: number])[];

/** Of each kind of places, how many there are, how many holds take, and which are open, by their numbers. */
export interface Slot extends Range {
  groups: readonly {
    readonly key: string;
    readonly capacity: number;
    readonly held: number;
    readonly open: readonly number[];
  }[];
}
export interface Hold extends Range {
  id: string;
  count: number | null;
  names: readonly string[] | null;
}
export interface Outage {
  id: string;
  connectorId: string;
  start: number;
  end: number | null;
}
export interface Connector {
  id: string;
  number: number;
  status: ConnectorStatus;
  kind: Kind;
}
export interface Station {
  id: string;
  manual: boolean;
  status: StationStatus;
  connectors: Connector[];
  /** The kinds of places that it had slots for, in the order in which they came. */
  kinds: Map<string, Kind>;
  weekly: readonly Windows[];
  /** By the number of the day since 1970 at the station. */
  exceptions: Map<number, Windows>;
  overrides: Map<number, number>;
  holds: Hold[];
  outages: Outage[];
  slots: Slot[];
}
export interface Booking extends Range {
  id: string;
  /** Null for a guest at the gate. */
  owner: number | null;
  /** Of a car that came without a booking: its plate. */
  walkUp: { plate: string } | null;
  station: Station;
  need: Need;
  /** The kind of places of which it has one. */
  group: string;
  status: BookingStatus;
  conflict: ConflictReason | null;
  /** The code that was issued last. */
  code: { text: string; start: number; state: "Live" | "Used" | "Revoked" } | null;
  session: { id: string; connectorId: string; status: "Active" | "Completed" | "Aborted" } | null;
}

/** What the tables say after the deed, for what is judged and not foretold. */
export interface Seen {
  readonly groupOf: (bookingId: string) => string;
  readonly conflictOf: (bookingId: string) => ConflictReason | null;
  /** The stations whose flags were decided by the deed; each throws unless that was done rightly. */
  readonly judged: Map<Station, () => void>;
}

/** Everything there is; bookings in the order of their making. */
export interface Model {
  now: number;
  readonly stations: Station[];
  readonly bookings: Booking[];
  seen: Seen;
}

export const isOpen = ({ status }: Booking) => status === "Pending" || status === "Approved";
export const holdsPlace = (booking: Booking) => isOpen(booking) || booking.status === "InProgress";
export const meets = (one: Range, other: Range) => one.start < other.end && one.end > other.start;
export const dayOf = (instant: number) => Math.floor((instant + zoneAhead) / day);
const startOf = (date: number) => date * day - zoneAhead;
/** Monday is 0; 1970 began on a Thursday. */
const weekdayOf = (date: number) => (((date + 3) % 7) + 7) % 7;

export const holders = (model: Model, station: Station) =>
  model.bookings.filter((booking) => booking.station === station && holdsPlace(booking));
export const reserved = (model: Model, station: Station, slot: Range, group: string) =>
  holders(model, station).filter((booking) => booking.group === group && meets(booking, slot))
    .length;

/** Whether the range is some of the station's slots, one after the other, and nothing beside them. */
export function isCovered(station: Station, range: Range): boolean {
  const own = station.slots.filter((slot) => meets(slot, range));
  const inside = own.every(({ start, end }) => start >= range.start && end <= range.end);
  const length = own.reduce((sum, { start, end }) => sum + end - start, 0);
  return inside && own.length > 0 && length === range.end - range.start;
}

/** Makes the station's slots what they should be; whether any of them changed. */
export function rebuild(model: Model, station: Station): boolean {
  const begun = station.slots.filter(({ start }) => start <= model.now);
  const from = Math.max(model.now, ...begun.map(({ end }) => end));
  const before = JSON.stringify(station.slots);
  const kept = begun.map((slot) => (slot.end > model.now ? regrouped(station, slot) : slot));
  station.slots = [...kept, ...wantedSlots(station, from, model.now + horizon)];
  if (JSON.stringify(station.slots) === before) return false;
  for (const { kind } of inService(station)) station.kinds.set(keyOf(kind), kind);
  return true;
}

const inService = ({ connectors }: Station) =>
  connectors
    .filter(({ status }) => status === "Active")
    .toSorted((one, other) => one.number - other.number);

/**
 * A slot that runs keeps the places in service that it had, each in the group of its kind as it is now, and gets as many
 * more as could be open if it were built now.
 */
function regrouped(station: Station, slot: Slot): Slot {
  if (station.status === "Inactive") return slot;
  const had = new Set(slot.groups.flatMap(({ open }) => open));
  const open = inService(station).filter(({ number }) => had.has(number));
  const wanted = placesIn(station, slot, station.holds);
  for (const one of wanted) {
    if (open.length < wanted.length && !open.includes(one)) open.push(one);
  }
  const numbersOf = (key: string) =>
    open
      .filter(({ kind }) => keyOf(kind) === key)
      .map(({ number }) => number)
      .toSorted((one, other) => one - other);
  const keys = new Set([
    ...slot.groups.map(({ key }) => key),
    ...open.map(({ kind }) => keyOf(kind)),
  ]);
  const groups = [...keys].map((key) => {
    const held = slot.groups.find((group) => group.key === key)?.held ?? 0;
    return { key, capacity: numbersOf(key).length, held, open: numbersOf(key) };
  });
  return { ...slot, groups };
}

function wantedSlots(station: Station, from: number, until: number): Slot[] {
  if (station.status === "Inactive") return [];
  const slots: Slot[] = [];
  for (let date = dayOf(from) - 1; date <= dayOf(until); date += 1) {
    const windows = station.exceptions.get(date) ?? station.weekly[weekdayOf(date)] ?? [];
    for (const [opens, closes] of windows) {
      const end = startOf(date) + closes * minute;
      for (let start = startOf(date) + opens * minute; start + hour <= end; start += hour) {
        if (start < from || start >= until) continue;
        const slot = { start, end: start + hour };
        const open = placesIn(station, slot, station.holds);
        const unheld = placesIn(station, slot, []);
        slots.push({ ...slot, groups: groupsIn(station, open, unheld) });
      }
    }
  }
  return slots;
}

/** What the open places, and those that would be without holds, are of each kind; of none where there are no places. */
function groupsIn(
  station: Station,
  open: readonly Connector[],
  unheld: readonly Connector[],
): Slot["groups"] {
  const keys = new Set(inService(station).map(({ kind }) => keyOf(kind)));
  const [first = ""] = station.kinds.keys();
  return [...(keys.size === 0 ? [first] : keys)].map((key) => {
    const own = open.filter(({ kind }) => keyOf(kind) === key);
    const before = unheld.filter(({ kind }) => keyOf(kind) === key);
    const held = Math.max(0, before.length - own.length);
    return { key, capacity: own.length, held, open: own.map(({ number }) => number) };
  });
}

/** Whether the connector is open now and closes within the next four hours; every minute is looked at. */
export function closesSoon({ now }: Model, station: Station, { id }: Connector): boolean {
  const isOpenAt = (at: number) =>
    placesIn(station, { start: at, end: at + 1 }, station.holds).some((one) => one.id === id);
  const ahead = Array.from({ length: 4 * 60 }, (_, index) => now + (index + 1) * minute);
  return isOpenAt(now) && !ahead.every(isOpenAt);
}

/**
 * The places that are open: min(usable, override) − what holds take by number, never below 0, those with the highest
 * numbers closed first (product.md, Slot).
 */
function placesIn(station: Station, slot: Range, allHolds: readonly Hold[]): Connector[] {
  const holds = allHolds.filter((hold) => meets(hold, slot));
  const isOut = (id: string) =>
    holds.some(({ names }) => names?.includes(id)) ||
    station.outages.some(
      (outage) =>
        outage.connectorId === id && meets({ ...outage, end: outage.end ?? Infinity }, slot),
    );
  const usable = inService(station).filter(({ id }) => !isOut(id));
  const days = [dayOf(slot.start), dayOf(slot.end - 1)];
  const overrides = days.flatMap((date) => station.overrides.get(date) ?? []);
  const counted = holds.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return usable.slice(0, Math.max(0, Math.min(usable.length, ...overrides) - counted));
}
