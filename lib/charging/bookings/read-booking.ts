import type { Context } from "@/lib/core/context";
import { findTrail } from "@/lib/records/audit/inside";

import { getPermitted } from "./get-booking";
import type { BookingView } from "./schema";
import { viewBooking, viewHistory } from "./view";

/** One booking with its history. Throws `booking.not_found`. */
export async function readBooking(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<BookingView> {
  const booking = await getPermitted(ctx, "booking.read", id);
  return {
    ...viewBooking(ctx, booking),
    history: viewHistory(await findTrail(ctx, "Booking", booking.id)),
  };
}
