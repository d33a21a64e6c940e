import { type RefObject, useEffect } from "react";

import { hourMs } from "@/lib/core/durations";

import { type DayBooking, type DaySpan, whereToLook } from "./day-lanes";

/** Rem that an hour takes at least, so that a name fits into it. */
export const hourWidth = 4.5;

/** How many hours a day has: 23, 24 or 25. */
export const hoursOf = (day: DaySpan): number =>
  (Date.parse(day.to) - Date.parse(day.from)) / hourMs;

/** Scrolls a frame to where the day stands, or else to where its first booking is, with a whole hour before it. */
export function useFirstLook(
  frame: RefObject<HTMLElement | null>,
  day: DaySpan & { readonly bookings: readonly DayBooking[] },
): void {
  useEffect(() => {
    const hours = hoursOf(day);
    const hour = Math.floor(whereToLook(day, Date.now()) * hours) - 1;
    const { current } = frame;
    const width = current?.querySelector("[data-day]")?.clientWidth ?? 0;
    if (current) current.scrollLeft = (hour / hours) * width;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another day is looked at anew, the same one stays
  }, [day.from]);
}
