import type { BookingView } from "@/lib/charging/bookings/schema";
import { calendarDay } from "@/lib/core/calendar";

/** Where the day of a booking's station is shown, in its own zone. */
export function dayHref(
  path: string,
  { stationId, startsAt, timeZone }: Pick<BookingView, "stationId" | "startsAt" | "timeZone">,
): string {
  const date = calendarDay(new Date(startsAt), timeZone);
  return `${path}?${new URLSearchParams({ station: stationId, date })}`;
}
