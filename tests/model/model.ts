import type { BookingStatus } from "@/lib/charging/bookings/schema";
import type { ConflictReason } from "@/lib/sites/schedules/schema";
import type { ConnectorStatus, StationStatus } from "@/lib/sites/stations/schema";

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

export interface Slot extends Range {
  capacity: number;
  held: number;
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
}
export interface Station {
  id: string;
  manual: boolean;
  status: StationStatus;
  connectors: Connector[];
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
  status: BookingStatus;
  conflict: ConflictReason | null;
  /** The code that was issued last. */
  code: { text: string; start: number; state: "Live" | "Used" | "Revoked" } | null;
  session: { id: string; connectorId: string; status: "Active" | "Completed" | "Aborted" } | null;
}

/** Everything there is; bookings in the order of their making. */
export interface Model {
  now: number;
  readonly stations: Station[];
  readonly bookings: Booking[];
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
export const reserved = (model: Model, station: Station, slot: Range) =>
  holders(model, station).filter((booking) => meets(booking, slot)).length;

/** Whether slots with a place left cover the range exactly. */
export function fits(model: Model, station: Station, range: Range): boolean {
  return (
    isCovered(station, range) &&
    station.slots
      .filter((slot) => meets(slot, range))
      .every((slot) => reserved(model, station, slot) < slot.capacity)
  );
}

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
  station.slots = [...begun, ...wantedSlots(station, from, model.now + horizon)];
  return JSON.stringify(station.slots) !== before;
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
        const capacity = placesIn(station, slot, station.holds);
        slots.push({ ...slot, capacity, held: placesIn(station, slot, []) - capacity });
      }
    }
  }
  return slots;
}

/** min(usable, override) − what holds take by number, never below 0 (product.md, Slot). */
function placesIn(station: Station, slot: Range, allHolds: readonly Hold[]): number {
  const holds = allHolds.filter((hold) => meets(hold, slot));
  const isOut = (id: string) =>
    holds.some(({ names }) => names?.includes(id)) ||
    station.outages.some(
      (outage) =>
        outage.connectorId === id && meets({ ...outage, end: outage.end ?? Infinity }, slot),
    );
  const usable = station.connectors.filter(
    ({ id, status }) => status === "Active" && !isOut(id),
  ).length;
  const days = [dayOf(slot.start), dayOf(slot.end - 1)];
  const overrides = days.flatMap((date) => station.overrides.get(date) ?? []);
  const counted = holds.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return Math.max(0, Math.min(usable, ...overrides) - counted);
}

/**
 * Flags the station's bookings that somebody must decide about, and clears the flags of those that fit; returns
 * those changed. Who has begun has a place; then who booked first.
 */
export function flag(model: Model, station: Station): Booking[] {
  const live = holders(model, station).filter(({ end }) => end > model.now);
  const slots = station.slots.filter(({ end }) => end > model.now);
  const mayChange = (booking: Booking) => isOpen(booking) && booking.start > model.now;
  const placed: Booking[] = live.filter((booking) => !mayChange(booking));
  return live.filter(mayChange).filter((booking) => {
    const own = slots.filter((slot) => meets(slot, booking));
    const isFull = own.some(
      (slot) => placed.filter((other) => meets(other, slot)).length >= slot.capacity,
    );
    let covered = booking.start;
    for (const slot of own) if (slot.start <= covered) covered = slot.end;
    const conflict = covered < booking.end ? "OutsideSlots" : isFull ? "OverCapacity" : null;
    if (!isFull) placed.push(booking);
    const isChanged = booking.conflict !== conflict;
    booking.conflict = conflict;
    return isChanged;
  });
}
