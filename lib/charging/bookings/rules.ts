import { fail, failField } from "@/lib/core/errors";
import { calendarDay, localTime } from "@/lib/core/calendar";
import { longestSlotMinutes, minuteMs } from "@/lib/core/durations";
import type { Settings } from "@/lib/records/settings/inside";
import { estimatePrice, type Charge, type Tariff } from "@/lib/money/tariffs/inside";
import { horizonEnd, type Claim, type Slot } from "@/lib/sites/schedules/inside";

/** A stretch of real time `[startsAt, endsAt)`. */
export interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a booking, or one that is to be made, holds at its station (product.md, Slot). */
export function claimOf({
  stationId,
  startsAt,
  endsAt,
}: Range & { readonly stationId: string }): Claim {
  return { kind: "Booking", stationId, startsAt, endsAt };
}

/** How long a range is, in minutes. */
export const minutesOf = ({ startsAt, endsAt }: Range) =>
  (endsAt.getTime() - startsAt.getTime()) / minuteMs;

/** What a booking of the range is expected to cost: its whole time at the station's strongest connector in service. */
export function estimateCharge(
  tariff: Tariff,
  range: Range,
  { powerW }: { readonly powerW: number | null },
): Charge {
  return estimatePrice(tariff, { minutes: minutesOf(range), powerW });
}

/** The start: in the future, not too soon, not too far ahead; exactly `maxDaysAhead` days is allowed (000-72, 73). */
export function assertStart(
  { startsAt }: Range,
  now: Date,
  { leadMinutes, maxDaysAhead }: Pick<Settings, "leadMinutes" | "maxDaysAhead">,
): void {
  const ahead = startsAt.getTime() - now.getTime();
  if (ahead <= 0) throw failField("booking.in_past", "startsAt");
  if (ahead < leadMinutes * minuteMs) {
    throw failField("booking.lead_time", "startsAt", { minutes: leadMinutes });
  }
  if (startsAt > horizonEnd(now, maxDaysAhead)) {
    throw failField("booking.too_far_ahead", "startsAt", { days: maxDaysAhead });
  }
}

/** A length that no number of slots allowed can have, told before any slot is looked at. */
export function assertLength(range: Range, max: number): void {
  if (range.endsAt.getTime() - range.startsAt.getTime() > max * longestSlotMinutes * minuteMs) {
    throw failField("booking.too_many_slots", ["startsAt", "endsAt"], { max });
  }
}

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
 * Says what is wrong with a range in which no place could be taken, though the station has `all` these slots. Times
 * that are no slots come first, then too many of them, then no place left.
 */
export function assertTaken(range: Range, all: readonly Slot[], max: number): void {
  const wanted = overlapping(range, all);
  if (!isExactly(range, wanted)) throw failField("booking.not_on_slots", ["startsAt", "endsAt"]);
  if (wanted.length > max) {
    throw failField("booking.too_many_slots", ["startsAt", "endsAt"], { max });
  }
  throw fail("slot.full");
}

/** An owner changes or cancels until the cutoff before the start; exactly at it is allowed (000-110, 113). */
export function assertBeforeCutoff(
  { startsAt }: Pick<Range, "startsAt">,
  now: Date,
  { changeCutoffMinutes }: Pick<Settings, "changeCutoffMinutes">,
): void {
  if (startsAt.getTime() - now.getTime() < changeCutoffMinutes * minuteMs) {
    throw fail("booking.change_cutoff", { hours: changeCutoffMinutes / 60 });
  }
}

/** When check-in opens and closes for a start, by the settings in force when the code is issued (000-85). */
export function checkInWindow(
  { startsAt }: Pick<Range, "startsAt">,
  settings: Pick<Settings, "checkInBeforeMinutes" | "checkInAfterMinutes">,
): { opensAt: Date; expiresAt: Date } {
  return {
    opensAt: new Date(startsAt.getTime() - settings.checkInBeforeMinutes * minuteMs),
    expiresAt: new Date(startsAt.getTime() + settings.checkInAfterMinutes * minuteMs),
  };
}

/** An instant as people at the station say it: `09:45 New York time on 2026-06-02`. */
export function stationTime(instant: Date, zone: string): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ");
  return `${localTime(instant, zone)} ${place} time on ${calendarDay(instant, zone)}`;
}

/** Whose a booking is. */
export function belongingsOf(booking: {
  readonly businessId: string;
  readonly stationId: string;
  readonly ownerId: string;
}) {
  const { businessId, stationId, ownerId } = booking;
  return { businessId, stationId, userId: ownerId };
}
