import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

import { tokenOf } from "./issue-qr";
import { isQrShown } from "./rules";
import type { BookingView } from "./schema";
import type { Booking } from "./store/bookings";
import { findLiveQrs } from "./store/qr-tokens";
import { viewBooking, viewQr } from "./view";

/**
 * The bookings as the API shows them, each with its code where it has one and the reader is its owner, Active, to
 * whom alone it is shown (as `readQr`): in one query for all of them.
 */
export async function withQr(ctx: Context, bookings: readonly Booking[]): Promise<BookingView[]> {
  const reader = userOf(ctx);
  const isShown = ({ ownerId, status }: Booking) =>
    ownerId === reader?.userId && reader.status === "Active" && isQrShown(status);
  const codes = new Map(
    (
      await findLiveQrs(
        ctx,
        bookings.filter(isShown).map(({ id }) => id),
      )
    ).map((qr) => [qr.bookingId, qr]),
  );
  return bookings.map((booking) => {
    const qr = codes.get(booking.id);
    const view = viewBooking(ctx, booking);
    return qr ? { ...view, qr: viewQr(ctx, qr, tokenOf(ctx.config.qrKeys, booking, qr)) } : view;
  });
}
