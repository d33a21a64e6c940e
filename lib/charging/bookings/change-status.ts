import type { Context } from "@/lib/core/context";
import { stillAuthorized, type Authorized } from "@/lib/core/permissions";
import { transition, type Changed, type WithoutStatus } from "@/lib/core/transitions";
import { releasePlaces } from "@/lib/sites/schedules/inside";

import { flagConflicts, settleConflicts } from "./flag-conflicts";
import { claimOf } from "./claim-range";
import { bookingMachine, type BookingState } from "./rules";
import { holdsPlace, isOpen, type BookingAction } from "./schema";
import { toldBooking } from "./told-booking";
import { updateBooking, type Booking, type BookingRow } from "./store/bookings";

export interface StatusChange {
  readonly action: BookingAction;
  readonly variant?: "reviewed" | undefined;
  readonly reason?: string | undefined;
  /** Its owner deletes their account: nothing keeps it. */
  readonly isLeft?: true;
  /** Columns that change along with the status. */
  readonly set?: WithoutStatus<BookingRow>;
  /** Facts for the audit record. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Does something to a locked booking by its machine, and gives its places back where it holds none any more, in the
 * caller's transaction. Throws `booking.status` where its status does not allow it, and what the machine refuses.
 */
export async function changeStatus(
  ctx: Context,
  authorized: Authorized<Booking>,
  { set, isLeft, ...deed }: StatusChange,
): Promise<Authorized<Booking>> {
  const booking: Booking & { readonly isLeft?: true } = {
    ...authorized,
    ...(isLeft && { isLeft }),
  };
  const changed = await transition(ctx, bookingMachine, booking, {
    ...deed,
    payload: tellChange(deed.reason),
    update: async (step) => {
      // A conflict is about what is still to come: who has arrived, or does not come, is in none.
      const isSettled = !isOpen(step.to);
      const row = await updateBooking(ctx, booking.id, step, {
        ...set,
        ...(isSettled && { conflict: null, conflictAt: null }),
      });
      if (!row) return null;
      const frees = holdsPlace(booking.status) && !holdsPlace(step.to);
      if (frees) await releasePlaces(ctx, [claimOf(booking)]);
      return { ...booking, ...row };
    },
  });
  if (changed.status !== booking.status && !isOpen(changed.status)) {
    // Who had a flag and is let in has a place now, perhaps another's.
    if (booking.conflict) await flagConflicts(ctx, [booking.stationId]);
    else await settleConflicts(ctx, booking.stationId);
  }
  return stillAuthorized(authorized, changed);
}

/** What the events of a booking's changes say. */
export const tellChange =
  (reason: string | undefined) =>
  ({ thing, from, to }: Changed<BookingState>) => ({
    ...toldBooking(thing),
    from,
    status: to,
    reason: reason ?? null,
  });
