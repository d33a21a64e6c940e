import type { Context } from "@/lib/core/context";

import { getPermitted } from "./get-booking";
import type { BookingView } from "./schema";
import { findHistory } from "./store/lists";
import { viewBooking } from "./view";

/** One booking with its history. Throws `booking.not_found`. */
export async function readBooking(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<BookingView> {
  const booking = await getPermitted(ctx, "booking.read", id);
  return { ...viewBooking(ctx, booking), history: await findHistory(ctx, id) };
}
