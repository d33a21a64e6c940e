import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import { lockPlaces, releasePlaces } from "@/lib/sites/schedules/inside";

import { recordChange } from "./change-status";
import { takePlaces } from "./create-booking";
import { decideTransition, refuseStatus } from "./decide-transition";
import { settleConflicts } from "./flag-conflicts";
import { issueQr } from "./issue-qr";
import { claimOf, estimateCharge, type Range } from "./rules";
import type { BookingView } from "./schema";
import { hasOverlap, updateBooking, type Booking } from "./store/bookings";
import { findStation } from "./store/stations";
import { revokeQr } from "./store/qr-tokens";
import { viewBooking } from "./view";

/** What differs between an owner's change and one that staff make. */
interface ShiftOptions {
  /** Whether a station that reviews sees an Approved booking again. */
  readonly reviewed: boolean;
  readonly limits?: Parameters<typeof takePlaces>[3];
  readonly reason?: string;
}

/**
 * Moves a locked, Pending or Approved booking to other slots of its station: the old places are given back and the
 * new ones taken together, or nothing changes. The old QR code stops working, the agreed tariff is estimated anew,
 * a conflict is settled by it. Throws `station.inactive`, `booking.overlap`, and what taking places throws.
 */
export async function shiftBooking(
  ctx: Context,
  booking: Authorized<Booking>,
  { startsAt, endsAt }: Range,
  options: ShiftOptions,
): Promise<BookingView> {
  const { stationId } = booking;
  const station = await findStation(ctx, stationId);
  if (!station || station.status === "Inactive") throw fail("station.inactive");
  const old = claimOf(booking);
  await lockPlaces(ctx, [old, claimOf({ stationId, startsAt, endsAt })]);
  await releasePlaces(ctx, [old]);
  await takePlaces(ctx, booking.businessId, { stationId, startsAt, endsAt }, options.limits);
  if (await hasOverlap(ctx, booking.ownerId, { startsAt, endsAt }, booking.id)) {
    throw fail("booking.overlap");
  }
  const estimate = estimateCharge(booking.tariff, { startsAt, endsAt }, station);
  const moved = await storeMove(ctx, booking, {
    startsAt,
    endsAt,
    estimateMinor: estimate.totalMinor,
    reviewed: options.reviewed && station.approval === "Manual",
    reason: options.reason,
  });
  await settleConflicts(ctx, stationId);
  return moved;
}

async function storeMove(
  ctx: Context,
  booking: Booking,
  move: {
    startsAt: Date;
    endsAt: Date;
    estimateMinor: number;
    reviewed: boolean;
    reason: string | undefined;
  },
): Promise<BookingView> {
  const { reviewed, reason, ...set } = move;
  const again = booking.status === "Approved" && reviewed;
  const status = again ? decideTransition(booking.status, "review", ctx.actor).to : booking.status;
  const row = await updateBooking(ctx, booking.id, [booking.status], {
    ...set,
    status,
    conflict: null,
    conflictAt: null,
    ...(again && { approvedAt: null }),
  });
  if (!row) throw refuseStatus(booking.status, "review");
  const moved = { ...booking, ...row };
  await revokeQr(ctx, booking.id, ctx.clock.now());
  await recordChange(ctx, moved, {
    action: "review",
    from: booking.status,
    reason,
    changes: {
      startsAt: [booking.startsAt, moved.startsAt],
      endsAt: [booking.endsAt, moved.endsAt],
      estimateMinor: [booking.estimateMinor, moved.estimateMinor],
    },
  });
  const view = viewBooking(moved);
  return row.status === "Approved" ? { ...view, qr: await issueQr(ctx, row) } : view;
}
