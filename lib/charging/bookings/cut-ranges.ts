import { minuteMs } from "@/lib/core/durations";

import type { CreateBooking } from "./schema";

/** A stretch of real time `[startsAt, endsAt)`. */
export interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a booking is to hold: until an instant, or for so many minutes, up to the end of the last slot begun. */
export function rangeOf(
  { startsAt, endsAt, minutes = 0 }: CreateBooking,
  { slotMinutes }: { readonly slotMinutes: number },
): Range {
  const whole = wholeSlots(minutes, slotMinutes) * slotMinutes;
  return { startsAt, endsAt: endsAt ?? new Date(startsAt.getTime() + whole * minuteMs) };
}

/** How many of a station's slots so many minutes take, the last one begun with them. */
export const wholeSlots = (minutes: number, slotMinutes: number) =>
  Math.ceil(minutes / slotMinutes);

/** How long a range is, in minutes. */
export const minutesOf = ({ startsAt, endsAt }: Range) =>
  (endsAt.getTime() - startsAt.getTime()) / minuteMs;

/** Whether the slots, in order, run from the range's start to its end without a gap, exactly on its edges. */
export function isExactly(range: Range, slots: readonly Range[]): boolean {
  let reached = range.startsAt.getTime();
  for (const slot of slots) {
    if (slot.startsAt.getTime() !== reached) return false;
    reached = slot.endsAt.getTime();
  }
  return slots.length > 0 && reached === range.endsAt.getTime();
}

/** The slots that overlap the range. */
export function overlapping<T extends Range>(range: Range, slots: readonly T[]): T[] {
  return slots.filter((slot) => slot.startsAt < range.endsAt && slot.endsAt > range.startsAt);
}

/**
 * What a walk-up takes at first: the slot that runs, and those that follow it without a gap as far as the expected
 * stay of so many minutes from now reaches. Null where no slot runs.
 */
export function walkUpRange(slots: readonly Range[], now: Date, minutes = 0): Range | null {
  const running = slots.find(({ startsAt, endsAt }) => startsAt <= now && endsAt > now);
  if (!running) return null;
  const until = new Date(now.getTime() + minutes * minuteMs);
  let { endsAt } = running;
  for (const slot of slots) {
    if (slot.startsAt.getTime() === endsAt.getTime() && endsAt < until) endsAt = slot.endsAt;
  }
  return { startsAt: running.startsAt, endsAt };
}
