import type { getFormatter } from "next-intl/server";

import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";

/** Where bookings have their pages. */
export const path = "/backoffice/bookings";

/** What can be done with a booking of the day. */
export const dayActions = { approve, reject, cancel, move };

/** A calendar day in words: "Saturday, November 28, 2026". */
export const dayWords = (format: Awaited<ReturnType<typeof getFormatter>>, date: string): string =>
  format.dateTime(new Date(`${date}T12:00:00Z`), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
