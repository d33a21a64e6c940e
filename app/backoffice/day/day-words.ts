import type { getFormatter } from "next-intl/server";

/** A calendar day in words: "Saturday, November 28, 2026". */
export const dayWords = (format: Awaited<ReturnType<typeof getFormatter>>, date: string): string =>
  format.dateTime(new Date(`${date}T12:00:00Z`), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
