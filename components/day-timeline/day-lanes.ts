import type { BookingView } from "@/lib/charging/bookings/schema";

import type { PlaceKind } from "../station/place-groups";

/** A booking as a day's timeline shows it. */
export type DayBooking = Pick<
  BookingView,
  | "id"
  | "stationId"
  | "number"
  | "status"
  | "can"
  | "asksReason"
  | "conflict"
  | "startsAt"
  | "endsAt"
  | "ownerId"
  | "ownerName"
  | "lateCancelFee"
  | "timeZone"
  | "standard"
  | "minPowerKw"
> & {
  /** The connector that its car charges on. */
  readonly connector: number | null;
  /** What the places are among which it has one, or had one when it was over; null for one that has none. */
  readonly place: PlaceKind | null;
};

/**
 * Bookings in as few lanes as show each apart: every booking takes the first lane that is free in its time.
 * At least `least` lanes, because an empty place is worth seeing too. One whose car charges on the n-th of `connectors`
 * takes the n-th lane, before all others, where that is free.
 */
export function dayLanes(
  bookings: readonly DayBooking[],
  least: number,
  connectors: readonly number[] = [],
): DayBooking[][] {
  const lanes: DayBooking[][] = Array.from({ length: least }, () => []);
  const laneOf = ({ connector }: DayBooking) =>
    connector === null ? -1 : connectors.indexOf(connector);
  const inOrder = bookings.toSorted(
    (one, other) =>
      Number(laneOf(one) < 0) - Number(laneOf(other) < 0) ||
      one.startsAt.localeCompare(other.startsAt),
  );
  for (const booking of inOrder) {
    const isFree = (lane: readonly DayBooking[]) => !lane.some((one) => overlaps(one, booking));
    const own = lanes[laneOf(booking)];
    const free = own && isFree(own) ? own : lanes.find(isFree);
    if (free) free.push(booking);
    else lanes.push([booking]);
  }
  return lanes.map((lane) =>
    lane.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
  );
}

const overlaps = (one: DayBooking, other: DayBooking) =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** A station's day, from its midnight to the next: 23, 24 or 25 hours. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** Where an instant lies in the day, 0 to 1. */
export function placeIn(day: DaySpan, at: number): number {
  const from = Date.parse(day.from);
  return Math.min(1, Math.max(0, (at - from) / (Date.parse(day.to) - from)));
}

export const percent = (part: number) => `${part * 100}%`;

/** The part of the day that something takes, as a style. */
export function spanIn(
  day: DaySpan,
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
): { readonly left: string; readonly width: string } {
  const left = placeIn(day, Date.parse(startsAt));
  return { left: percent(left), width: percent(placeIn(day, Date.parse(endsAt)) - left) };
}

/** What of a day one wants to see first, 0 to 1: the present, or on another day its first booking. */
export function whereToLook(
  day: DaySpan & { readonly bookings: readonly DayBooking[] },
  now: number,
): number {
  const isToday = now >= Date.parse(day.from) && now < Date.parse(day.to);
  if (isToday) return placeIn(day, now);
  const starts = day.bookings.map(({ startsAt }) => Date.parse(startsAt));
  return starts.length === 0 ? 0 : placeIn(day, Math.min(...starts));
}
