import { assertOwnerActive } from "@/lib/accounts";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { lockSlots, releaseSlots } from "@/lib/schedules";
import { readSettings } from "@/lib/settings";
import { estimatePrice } from "@/lib/tariffs";

import { tellChange } from "./change-status";
import { minutesOf, takePlaces } from "./create-booking";
import { decideTransition, refuseStatus } from "./decide-transition";
import { settleConflicts } from "./flag-conflicts";
import { getPermitted, lockBooking } from "./get-booking";
import { issueQr } from "./issue-qr";
import { assertBeforeCutoff, viewBooking } from "./rules";
import type { BookingView, ModifyBooking } from "./schema";
import { hasOverlap, updateBooking, type Booking } from "./store/bookings";
import { findStation } from "./store/grounds";
import { revokeQr } from "./store/qr-tokens";

/**
 * Moves the owner's booking to other slots of its station, until the cutoff before its start (product.md, Modify):
 * the old places are given back and the new ones taken together, or nothing changes. The old QR code stops
 * working; an Approved booking waits for approval again at a station that reviews. The agreed tariff stays and is
 * estimated anew. Throws `booking.not_found`, `owner.deactivated`, `booking.status`, `booking.change_cutoff`, and
 * what `createBooking` throws about the new times.
 */
export async function modifyBooking(
  ctx: Context,
  input: ModifyBooking & { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await getPermitted(ctx, "booking.modify", input.id);
    assertOwnerActive(ctx);
    const booking = await lockBooking(ctx, found, { owner: true });
    const { startsAt, endsAt } = input;
    if (booking.status !== "Pending" && booking.status !== "Approved") {
      throw refuseStatus(booking.status, "review");
    }
    assertBeforeCutoff(booking, ctx.clock.now(), await readSettings(ctx, booking));
    const station = await findStation(ctx, booking.stationId);
    if (!station || station.status === "Inactive") throw fail("station.inactive");
    const { stationId } = booking;
    await lockSlots(ctx, [
      { stationId, startsAt: booking.startsAt, endsAt: booking.endsAt },
      { stationId, startsAt, endsAt },
    ]);
    await releaseSlots(ctx, booking);
    await takePlaces(ctx, booking.businessId, { stationId, startsAt, endsAt });
    if (await hasOverlap(ctx, booking.ownerId, input, booking.id)) throw fail("booking.overlap");
    const estimate = estimatePrice(booking.tariff, {
      minutes: minutesOf(input),
      powerW: station.powerW,
    });
    const moved = await storeMove(ctx, booking, {
      startsAt,
      endsAt,
      estimateMinor: estimate.totalMinor,
      reviewed: station.approval === "Manual",
    });
    await settleConflicts(ctx, stationId);
    return moved;
  });
}

async function storeMove(
  ctx: Context,
  booking: Booking,
  move: { startsAt: Date; endsAt: Date; estimateMinor: number; reviewed: boolean },
): Promise<BookingView> {
  const { reviewed, ...set } = move;
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
  await tellChange(ctx, moved, {
    action: "review",
    from: booking.status,
    changes: {
      startsAt: [booking.startsAt, moved.startsAt],
      endsAt: [booking.endsAt, moved.endsAt],
      estimateMinor: [booking.estimateMinor, moved.estimateMinor],
    },
  });
  const view = viewBooking(moved);
  return row.status === "Approved" ? { ...view, qr: await issueQr(ctx, row) } : view;
}
