import type { DayBooking } from "@/components/day-timeline/day-lanes";
import type { Day } from "@/components/day-timeline/day-timeline";
import {
  listBookings,
  readBookingPlaces,
  readDailyCapacity,
  readMoveTimes,
} from "@/lib/charging/bookings";
import {
  type BookingView,
  type DailyCapacity,
  keptStatuses,
  ListBookings,
} from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { everyPage } from "@/lib/core/pages";
import { daySpan } from "@/lib/core/time-zones";
import { dayMs } from "@/lib/core/durations";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";

/** Rows of one question. */
const many = 500;

/** A booking, the number of the connector that its car charges at, and what its place is. */
export type BookingOfDay = BookingView & Pick<DayBooking, "connector" | "place">;

/** A day as the timeline shows it, with all that is known of its slots and bookings. */
interface StationDay extends Omit<Day, "places"> {
  readonly slots: DailyCapacity["slots"];
  readonly bookings: readonly BookingOfDay[];
}

/** A station's day in its own zone: its slots, who is in them, and where those in conflict could go. */
export async function readDay(ctx: Context, stationId: string, date: string): Promise<StationDay> {
  const { timeZone, slots } = await readDailyCapacity(ctx, { stationId, date });
  const { from, to } = daySpan(date, timeZone);
  // A booking is at most a day long, so whatever runs into this day began so long before it.
  const earliest = new Date(from.getTime() - dayMs);
  const query = ListBookings.parse({ stationId, status: keptStatuses, sort: "startsAt" });
  const items = await everyPage(
    (page) => listBookings(ctx, { ...query, from: earliest, to, ...page }),
    many,
  );
  const found = items.filter(({ endsAt }) => Date.parse(endsAt) > from.getTime());
  const connectors = await connectorsOf(ctx, stationId, earliest, new Date(to.getTime() + dayMs));
  const places = await readBookingPlaces(
    ctx,
    found.map(({ id }) => id),
  );
  const bookings: BookingOfDay[] = found.map((booking) => ({
    ...booking,
    connector: connectors.get(booking.id) ?? null,
    place: places.get(booking.id)?.kind ?? null,
  }));
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    timeZone,
    slots,
    bookings,
    starts: await conflictStarts(ctx, found),
  };
}

/**
 * Where those in conflict could go, by their ids. Of the others the page would hold thousands of times: those are asked
 * for when one is opened.
 */
export async function conflictStarts(
  ctx: Context,
  bookings: readonly BookingView[],
): Promise<Day["starts"]> {
  const movable = bookings.filter(({ can, conflict }) => conflict && can.includes("move"));
  return Object.fromEntries(
    await readMoveTimes(
      ctx,
      movable.map(({ id }) => id),
    ),
  );
}

async function connectorsOf(ctx: Context, stationId: string, from: Date, to: Date) {
  const query = ListSessions.parse({ stationId });
  const items = await everyPage((page) => listSessions(ctx, { ...query, from, to, ...page }), many);
  return new Map(items.map(({ bookingId, connector }) => [bookingId, connector.number]));
}
