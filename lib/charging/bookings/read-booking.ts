import type { Context } from "@/lib/core/context";
import { findTrail } from "@/lib/records/audit/inside";

import { withQr } from "./add-qr";
import { getPermitted } from "./get-booking";
import type { BookingView, ReadBooking } from "./schema";
import { viewBooking, viewHistory } from "./view";

/** One booking with its history, and for its owner with its code where that is asked for. Throws `booking.not_found`. */
export async function readBooking(
  ctx: Context,
  { id, include }: { readonly id: string } & ReadBooking,
): Promise<BookingView> {
  const booking = await getPermitted(ctx, "booking.read", id);
  const [view = viewBooking(ctx, booking)] = include ? await withQr(ctx, [booking]) : [];
  return {
    ...view,
    history: viewHistory(await findTrail(ctx, "Booking", booking.id)),
  };
}
