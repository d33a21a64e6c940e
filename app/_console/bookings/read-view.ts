import { readFilters, type Search, textOf } from "@/components/table/table-state";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

/** How a list of bookings is looked at: what one of them is, others are not. */
export const bookingViews = ["today", "upcoming", "waiting", "past", "all"] as const;
export type BookingsView = (typeof bookingViews)[number];

const names = [
  "search",
  "stationId",
  "businessId",
  "ownerId",
  "status",
  "conflict",
  "from",
  "to",
] as const;
export type BookingsQuery = ReturnType<typeof readQuery>;

/** The filters of the address; `station` is how other pages name it. */
export function readQuery(search: Search) {
  const stationId = textOf(search, "stationId") ?? textOf(search, "station");
  return readFilters(ListBookings, { ...search, stationId }, names);
}

/**
 * The view that the address names. Without one it is what is still to come, and where something is looked for, a
 * station's or a driver's say, everything: what one asks for at the counter may be over (screens.md, S31).
 */
export function viewOf(search: Search, query: BookingsQuery): BookingsView {
  const named = bookingViews.find((view) => view === textOf(search, "view"));
  if (named) return named;
  if (query.status === "Pending") return "waiting";
  return Object.values(query).some((value) => value !== undefined) ? "all" : "upcoming";
}

/** What the list is asked for in a view; today is the day in the reader's zone. */
export function askedIn(view: BookingsView, query: BookingsQuery, today: string) {
  if (view === "today") return { ...query, from: today, to: today, sort: "startsAt" };
  if (view === "upcoming") return { ...query, view: "upcoming", sort: "startsAt" };
  // What waits stands by urgency: at its start it is declined by itself.
  if (view === "waiting") return { ...query, status: "Pending", sort: "startsAt" };
  if (view === "past") return { ...query, view: "history", sort: "-startsAt" };
  return { ...query, sort: "-startsAt" };
}

/** Views that say how many there are: those that somebody works through, which are few. */
const counted: readonly BookingsView[] = ["today", "upcoming", "waiting"];

/** How many there are in the views that people work through, within the filters. */
export async function countViews(
  ctx: Context,
  query: BookingsQuery,
  today: string,
): Promise<Partial<Record<BookingsView, number>>> {
  const within = { ...query, status: undefined, from: undefined, to: undefined };
  const counts = await Promise.all(
    counted.map(async (view) => {
      const asked = ListBookings.parse(askedIn(view, within, today));
      return [view, (await listBookings(ctx, { ...asked, page: 1, limit: 1 })).total] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** The calendar day now, where the reader works. */
export const todayIn = (ctx: Context, timeZone: string) => calendarDay(ctx.clock.now(), timeZone);
