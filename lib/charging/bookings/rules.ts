import type { Actor } from "@/lib/core/actor";
import { type AppError, fail, failField } from "@/lib/core/errors";
import { longestSlotMinutes, minuteMs } from "@/lib/core/durations";
import { machineFor, type Refusal } from "@/lib/core/machines";
import type { Settings } from "@/lib/records/settings/inside";
import { refuseDeactivated } from "@/lib/people/accounts/inside";
import { estimatePrice, type Charge, type Tariff } from "@/lib/money/tariffs/inside";
import { horizonEnd } from "@/lib/sites/schedules/inside";

import { isExactly, minutesOf, overlapping, type Range } from "./cut-ranges";
import { bookingStatus, holdingStatuses, openStatuses } from "./schema";
import type { BookingAction, BookingStatus } from "./schema";

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
    throw refuseLength(max);
  }
}

/**
 * Says what is wrong with a range in which no place could be taken, though the station has `all` these slots: times
 * that are no slots, then too many of them. Null where nothing is wrong with it but that no place is left.
 */
export function refuseTaking(range: Range, all: readonly Range[], max: number): AppError | null {
  const wanted = overlapping(range, all);
  if (!isExactly(range, wanted)) return failField("booking.not_on_slots", ["startsAt", "endsAt"]);
  return wanted.length > max ? refuseLength(max) : null;
}

/** More slots than one booking may have. */
export const refuseLength = (max: number): AppError =>
  failField("booking.too_many_slots", ["startsAt", "endsAt"], { max });

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
  /** Its owner deletes their account: nothing keeps it (operations.md, 6.8). */
  readonly isLeft?: true;
}

/**
 * Owners, while Active, change or cancel until the cutoff before the start; exactly at it is allowed (000-110, 113).
 */
function refuseOwner(booking: BookingState, now: Date, actor: Actor): Refusal | null {
  const { startsAt, changeCutoffMinutes, isLeft } = booking;
  if (isLeft) return null;
  const refused = refuseDeactivated(actor);
  if (refused) return refused;
  return startsAt.getTime() - now.getTime() < changeCutoffMinutes * minuteMs
    ? () => fail("booking.change_cutoff", { hours: changeCutoffMinutes / 60 })
    : null;
}

/** Owners, while Active, say once that they are late: from an hour before the start on, until the no-show. */
function refuseLate(booking: BookingState, now: Date, actor: Actor): Refusal | null {
  const { startsAt, lateUntil, lateBeforeMinutes } = booking;
  const refused = refuseDeactivated(actor);
  if (refused) return refused;
  if (lateUntil !== null) return () => fail("booking.late_already");
  return startsAt.getTime() - now.getTime() > lateBeforeMinutes * minuteMs
    ? () => fail("booking.late_too_early", { minutes: lateBeforeMinutes })
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
