import type { Actor } from "@/lib/core/actor";
import { type AppError, fail, failField } from "@/lib/core/errors";
import { longestSlotMinutes, minuteMs } from "@/lib/core/durations";
import { machineFor } from "@/lib/core/machines";
import type { Settings } from "@/lib/records/settings/inside";
import { refuseDeactivated } from "@/lib/people/accounts/inside";
import { estimatePrice, type Charge, type Tariff } from "@/lib/money/tariffs/inside";
import { horizonEnd, type TimeSlot } from "@/lib/sites/schedules/inside";

import { bookingStatus, holdingStatuses, openStatuses } from "./schema";
import type { BookingAction, BookingStatus, CreateBooking } from "./schema";

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

/** What a booking of the range is expected to cost: its whole time at the station's strongest connector in service. */
export function estimateCharge(
  tariff: Tariff,
  range: Range,
  { powerW }: { readonly powerW: number | null },
): Charge {
  return estimatePrice(tariff, { minutes: minutesOf(range), powerW });
}

type StartLimits = Pick<Settings, "leadMinutes" | "maxDaysAhead">;

/**
 * Why nothing can be booked from then on, or null: the start lies in the future, not too soon, not too far ahead;
 * exactly `maxDaysAhead` days is allowed (000-72, 73).
 */
export function refuseStart(
  { startsAt }: Pick<Range, "startsAt">,
  now: Date,
  { leadMinutes, maxDaysAhead }: StartLimits,
): AppError | null {
  const ahead = startsAt.getTime() - now.getTime();
  if (ahead <= 0) return failField("booking.in_past", "startsAt");
  if (ahead < leadMinutes * minuteMs) {
    return failField("booking.lead_time", "startsAt", { minutes: leadMinutes });
  }
  return startsAt > horizonEnd(now, maxDaysAhead)
    ? failField("booking.too_far_ahead", "startsAt", { days: maxDaysAhead })
    : null;
}

/** Throws what `refuseStart` says. */
export function assertStart(range: Range, now: Date, limits: StartLimits): void {
  const refused = refuseStart(range, now, limits);
  if (refused) throw refused;
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
 * Says what is wrong with a range in which no place could be taken, though the station has `all` these slots: times
 * that are no slots, then too many of them. Null where nothing is wrong with it but that no place is left.
 */
export function refuseTaking(range: Range, all: readonly TimeSlot[], max: number): AppError | null {
  const wanted = overlapping(range, all);
  if (!isExactly(range, wanted)) return failField("booking.not_on_slots", ["startsAt", "endsAt"]);
  if (wanted.length > max) {
    return failField("booking.too_many_slots", ["startsAt", "endsAt"], { max });
  }
  return null;
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

/** By whose clocks a time at the station is told: `New York` of `America/New_York`. */
export function atStation(timeZone: string): { timeZone: string; place: string } {
  return { timeZone, place: (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ") };
}

/** What the machine asks of a booking. */
export interface BookingState extends Range {
  readonly id: string;
  readonly number: string;
  readonly status: BookingStatus;
  readonly businessId: string;
  readonly stationId: string;
  /** Null for a guest at the gate. */
  readonly ownerId: string | null;
  readonly conflict: string | null;
  /** Until when its owner may come who said that they are late. */
  readonly lateUntil: Date | null;
  /** The setting in force for its station. */
  readonly changeCutoffMinutes: number;
  /** The same: from how many minutes before the start on they may say so. */
  readonly lateBeforeMinutes: number;
}

/**
 * Owners, while Active, change or cancel until the cutoff before the start; exactly at it is allowed (000-110, 113).
 */
function refuseOwner(booking: BookingState, now: Date, actor: Actor): AppError | null {
  const { startsAt, changeCutoffMinutes } = booking;
  const refused = refuseDeactivated(actor);
  if (refused) return refused;
  return startsAt.getTime() - now.getTime() < changeCutoffMinutes * minuteMs
    ? fail("booking.change_cutoff", { hours: changeCutoffMinutes / 60 })
    : null;
}

/** Owners, while Active, say once that they are late: from an hour before the start on, until the no-show. */
function refuseLate(booking: BookingState, now: Date, actor: Actor): AppError | null {
  const { startsAt, lateUntil, lateBeforeMinutes } = booking;
  const refused = refuseDeactivated(actor);
  if (refused) return refused;
  if (lateUntil !== null) return fail("booking.late_already");
  return startsAt.getTime() - now.getTime() > lateBeforeMinutes * minuteMs
    ? fail("booking.late_too_early", { minutes: lateBeforeMinutes })
    : null;
}

/** Whether a booking's code is shown to its owner: from the approval until it is over. */
export const isQrShown = (status: BookingStatus): boolean =>
  status === "Approved" || status === "InProgress" || status === "NoShow";

const bySession = { silent: "The session that begins or ends with it is what others hear of." };

// prettier-ignore
/** The one table of a booking's states (product.md, Booking); nothing else changes its status. */
export const bookingMachine = machineFor<BookingState>()({
  entity: "Booking",
  statuses: bookingStatus.options,
  about: belongingsOf,
  hidden: "booking.not_found",
  unexplained: "booking.reason_required",
  refuse: ({ status }, action) =>
    fail("booking.status", { status, action: action as BookingAction }),
  actions: {
    approve: [
      { by: "booking.approve", from: ["Pending"], to: "Approved", audit: "Approve", event: "booking.approved" },
    ],
    reject: [
      { by: "booking.approve", from: ["Pending"], to: "Rejected", audit: "Reject", event: "booking.rejected", reason: "required" },
      // By itself when the slot starts unreviewed.
      { by: "booking.close", only: ["unreviewed"], from: ["Pending"], to: "Rejected", audit: "Reject", event: "booking.rejected", reason: "required" },
    ],
    modify: [
      { by: "booking.modify", from: openStatuses, to: "same", audit: "Move", event: "booking.changed", guard: refuseOwner },
      // At a station that reviews bookings.
      { by: "booking.modify", from: ["Approved"], to: "Pending", audit: "Move", event: "booking.changed", guard: refuseOwner, variant: "reviewed" },
    ],
    move: [
      { by: "booking.move", from: openStatuses, to: "same", audit: "Move", event: "booking.changed", reason: "required" },
    ],
    cancel: [
      { by: "booking.cancel", only: ["EvOwner"], from: openStatuses, to: "CanceledByOwner", audit: "Cancel", event: "booking.canceled", guard: refuseOwner },
      { by: "booking.cancel", only: ["SystemAdmin", "Backoffice"], from: openStatuses, to: "CanceledByBackoffice", audit: "Cancel", event: "booking.canceled", reason: "required" },
      // From InProgress: aborted on site.
      { by: "booking.cancel", only: ["Operator"], from: holdingStatuses, to: "CanceledByOperator", audit: "Cancel", event: "booking.canceled", reason: "required" },
    ],
    checkIn: [
      // From NoShow: a late arrival.
      { by: "session.checkin", from: ["Approved", "NoShow"], to: "InProgress", audit: "Checkin", event: bySession },
    ],
    readmit: [
      { by: "session.checkin", from: ["InProgress"], to: "same", audit: "Override", event: bySession, reason: "required" },
    ],
    complete: [
      { by: "session.finalize", from: ["InProgress"], to: "Completed", audit: "Finalize", event: bySession },
    ],
    markNoShow: [
      { by: "booking.close", only: ["no-show"], from: ["Approved"], to: "NoShow", audit: "NoShow", event: "booking.no_show" },
    ],
    late: [
      { by: "booking.late", from: ["Approved"], to: "same", audit: "Late", event: "booking.late", guard: refuseLate },
    ],
    // A walk-up takes the next slot.
    extend: [
      { by: "booking.extend", from: ["InProgress"], to: "same", audit: "Extend", event: "booking.extended" },
    ],
  },
});

/** Whose a booking is. */
export function belongingsOf(booking: {
  readonly businessId: string;
  readonly stationId: string;
  readonly ownerId: string | null;
}) {
  const { businessId, stationId, ownerId } = booking;
  return { businessId, stationId, userId: ownerId, ownerId };
}
