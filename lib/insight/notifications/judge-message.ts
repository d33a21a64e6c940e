import { isExceptionOpen } from "@/lib/charging/queue/inside";
import type { Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import type { NoticeKind } from "@/lib/insight/inbox/schema";

import type { MessageReason } from "./schema";
import { isDeleted } from "./store/addressees";
import { isPlaceHeld } from "./store/facts";
import { gatherKnown, type Known } from "./store/known";
import type { MessageRow } from "./store/messages";

type Judged = Pick<MessageRow, "kind" | "values"> & Partial<Pick<MessageRow, "userId">>;

/**
 * Why a message that waited (for the end of quiet hours, for its digest, for the next try) is of no use any more: what
 * it calls for is over, or what it leads to has ended; null where it is to go out. The one rule for every way.
 */
export async function whyUseless(
  ctx: Context,
  { kind, values, userId = null }: Judged,
  known?: Known,
): Promise<MessageReason | null> {
  const now = ctx.clock.now();
  const { bookingId, exceptionId, expiresAt, startsAt } = values;
  if (expiresAt !== undefined && new Date(expiresAt) <= ctx.clock.real()) return "LinkEnded";
  if (kind === "AccountDeleted" || kind === "ErasureNear") {
    return (await isLeaving(ctx, userId, values)) ? null : "Settled";
  }
  if (kind === "ActRefused") {
    return exceptionId && !(await isExceptionOpen(ctx, exceptionId)) ? "Settled" : null;
  }
  if (kind === "PlaceOffered") {
    return (await isPlaceHeld(ctx, values.waitingId ?? "", now)) ? null : "OfferEnded";
  }
  if (kind === "PlaceWithdrawn") return startsAt && new Date(startsAt) <= now ? "Begun" : null;
  if (bookingId === undefined || !isAsking(kind)) return null;
  const { bookings } = known ?? (await gatherKnown(ctx, [{ values }]));
  const booking = bookings.get(bookingId) ?? null;
  if (kind === "BookingReminder") return whyNoReminder(booking, startsAt, now);
  if (kind === "RunningLate" && booking?.status !== "Approved") return "Settled";
  if (kind === "CodeIssued" && booking?.status !== "Approved") return "NotApproved";
  if (kind === "BookingWaits" && booking?.status !== "Pending") return "Decided";
  if (kind === "BookingInConflict" && !booking?.conflict) return "Settled";
  return booking && isAtAnotherTime(booking, values) ? "Moved" : null;
}

/** Whether somebody who deleted their account is still away from it, and may still have it back. */
async function isLeaving(
  ctx: Context,
  userId: string | null,
  { eraseAfter = "" }: Judged["values"],
): Promise<boolean> {
  const isInTime = new Date(eraseAfter) > ctx.clock.now();
  return isInTime && userId !== null && isDeleted(ctx, userId);
}

/** Whether it was moved since: what it waits for, its code and its conflict were told anew, with the present time. */
const isAtAnotherTime = (
  { startsAt, endsAt }: Pick<Booking, "startsAt" | "endsAt">,
  told: Judged["values"],
): boolean =>
  (told.startsAt !== undefined && told.startsAt !== startsAt.toISOString()) ||
  (told.endsAt !== undefined && told.endsAt !== endsAt.toISOString());

/** What asks for something of its reader, until that is done. */
export const asks = [
  "BookingReminder",
  "CodeIssued",
  "BookingWaits",
  "BookingInConflict",
  "RunningLate",
] as const satisfies readonly NoticeKind[];

const isAsking = (kind: MessageRow["kind"]): boolean => asks.some((one) => one === kind);

/** Why nobody is to be reminded of a booking of which it was said that it begins at `startsAt` (ISO 8601). */
export function whyNoReminder(
  booking: Pick<Booking, "status" | "startsAt"> | null,
  startsAt: unknown,
  now: Date,
): MessageReason | null {
  if (booking?.status !== "Approved") return "NotApproved";
  if (booking.startsAt.toISOString() !== startsAt) return "Moved";
  return booking.startsAt <= now ? "Begun" : null;
}
