import { roleOf, type Actor, type Role } from "@/lib/core/actor";
import { fail } from "@/lib/core/errors";

import { holdingStatuses, openStatuses, type BookingStatus } from "./schema";

/** Everything that moves a booking from one status to another. */
export const bookingActions = [
  "approve",
  "reject",
  "cancel",
  "review",
  "checkIn",
  "complete",
  "markNoShow",
] as const;
export type BookingAction = (typeof bookingActions)[number];

/** Whoever can act: a role, or one of our jobs. */
export type ActingRole = Role | "Job";

interface Transition {
  readonly action: BookingAction;
  readonly by: readonly ActingRole[];
  readonly from: readonly BookingStatus[];
  readonly to: BookingStatus;
}

const staff = ["SystemAdmin", "Backoffice", "Operator"] as const;

/** The one table of transitions (product.md, Booking); nothing else changes a status. */
export const transitions: readonly Transition[] = [
  { action: "approve", by: staff, from: ["Pending"], to: "Approved" },
  // By itself when the slot starts unreviewed.
  { action: "reject", by: [...staff, "Job"], from: ["Pending"], to: "Rejected" },
  { action: "cancel", by: ["EvOwner"], from: openStatuses, to: "CanceledByOwner" },
  {
    action: "cancel",
    by: ["SystemAdmin", "Backoffice"],
    from: openStatuses,
    to: "CanceledByBackoffice",
  },
  // From InProgress: aborted on site.
  {
    action: "cancel",
    by: ["Operator"],
    from: holdingStatuses,
    to: "CanceledByOperator",
  },
  // A move at a station that reviews bookings.
  { action: "review", by: ["EvOwner"], from: ["Approved"], to: "Pending" },
  // From NoShow: a late arrival.
  { action: "checkIn", by: ["Operator"], from: ["Approved", "NoShow"], to: "InProgress" },
  { action: "complete", by: ["Operator"], from: ["InProgress"], to: "Completed" },
  { action: "markNoShow", by: ["Job"], from: ["Approved"], to: "NoShow" },
];

/** What is done to the booking, for "The booking is Completed, so it cannot be …". */
const words: Record<BookingAction, string> = {
  approve: "approved",
  reject: "rejected",
  cancel: "canceled",
  review: "moved",
  checkIn: "checked in",
  complete: "completed",
  markNoShow: "marked as a no-show",
};

/** The refusal of an action that the booking's status does not allow. */
export function refuseStatus(status: BookingStatus, action: BookingAction) {
  return fail("booking.status", { status, action: words[action] });
}

/**
 * The transition that the actor's action makes from the status. Throws Forbidden where the role never does this,
 * and `booking.status` where the booking's status does not allow it.
 */
export function decideTransition(
  status: BookingStatus,
  action: BookingAction,
  actor: Actor,
): Transition {
  const role = roleOf(actor);
  const allowed = transitions.filter(
    (row) => row.action === action && row.by.some((one) => one === role),
  );
  if (allowed.length === 0) throw fail("request.forbidden");
  const row = allowed.find(({ from }) => from.includes(status));
  if (!row) throw refuseStatus(status, action);
  return row;
}
