import { useFormatter } from "next-intl";

import type { CalendarDay } from "@/lib/core/calendar";

/** A calendar day in whole words, as the reader writes them. It has no zone of its own: it is read and written in UTC. */
export function useDayWords(): (day: CalendarDay) => string {
  const format = useFormatter();
  return (day) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
}
