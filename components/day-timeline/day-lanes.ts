import type { BookingView } from "@/lib/bookings/schema";

/** A booking as a day's timeline shows it. */
export type DayBooking = Pick<
  BookingView,
  "id" | "number" | "status" | "conflict" | "startsAt" | "endsAt" | "ownerName" | "timeZone"
> & {
  /** The connector that its car charges on. */
  readonly connector: number | null;
};

/**
 * Bookings in as few lanes as show each apart: every booking takes the first lane that is free at its start.
 * At least `least` lanes, because an empty place is worth seeing too.
 */
export function dayLanes(bookings: readonly DayBooking[], least: number): DayBooking[][] {
  const lanes: DayBooking[][] = Array.from({ length: least }, () => []);
  const inOrder = bookings.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  for (const booking of inOrder) {
    const free = lanes.find((lane) => (lane.at(-1)?.endsAt ?? "") <= booking.startsAt);
    if (free) free.push(booking);
    else lanes.push([booking]);
  }
  return lanes;
}

/** Where an instant lies in the day, 0 to 1. */
export function placeIn(day: { from: string; to: string }, at: number): number {
  const from = Date.parse(day.from);
  return Math.min(1, Math.max(0, (at - from) / (Date.parse(day.to) - from)));
}
