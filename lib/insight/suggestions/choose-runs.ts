import { refuseStart, wholeSlots } from "@/lib/charging/bookings/inside";
import { minuteMs } from "@/lib/core/durations";
import { freeRuns } from "@/lib/sites/schedules/inside";

import type { TimeWindow } from "./rules";
import type { FreeSlot } from "./store/free-slots";

/** What a station lets be booked. */
export interface BookingLimits {
  readonly slotMinutes: number;
  readonly maxSlotsPerBooking: number;
  readonly leadMinutes: number;
  readonly maxDaysAhead: number;
}

/** What a driver wants to book. */
export interface Wanted {
  readonly minutes: number;
  /** Asked for, so that nothing shorter will do; else a habit, cut to what a station lets be booked. */
  readonly isAsked: boolean;
  readonly window: TimeWindow;
  /** When the driver has a booking already. */
  readonly busy: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
}

/** How many minutes a driver would book there; null where the station allows only less. */
export function minutesAt(
  { slotMinutes, maxSlotsPerBooking }: BookingLimits,
  { minutes, isAsked }: Pick<Wanted, "minutes" | "isAsked">,
): number | null {
  const count = wholeSlots(minutes, slotMinutes);
  if (count > maxSlotsPerBooking && isAsked) return null;
  return Math.min(count, maxSlotsPerBooking) * slotMinutes;
}

/**
 * The runs of a station's slots, in order, that the driver could book now: as long as wanted, within the window, with
 * a place left in each, from a start that the station allows, beside nothing that the driver has booked already.
 */
export function chooseRuns(
  slots: readonly FreeSlot[],
  limits: BookingLimits,
  wanted: Wanted,
  now: Date,
): FreeSlot[][] {
  const minutes = minutesAt(limits, wanted);
  if (minutes === null) return [];
  const { from, to } = wanted.window;
  const ahead = slots.filter(({ startsAt, endsAt }) => startsAt >= from && endsAt <= to);
  const isFree = ({ startsAt, endsAt, reserved, capacity }: FreeSlot) =>
    reserved < capacity &&
    !wanted.busy.some((one) => one.startsAt < endsAt && one.endsAt > startsAt);
  return freeRuns(ahead, minutes * minuteMs, isFree).filter((run) => {
    const [first] = run;
    return (
      first !== undefined &&
      run.length <= limits.maxSlotsPerBooking &&
      refuseStart(first, now, limits) === null
    );
  });
}
