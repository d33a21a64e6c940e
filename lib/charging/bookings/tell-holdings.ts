import type { Holdings } from "@/lib/core/holdings";

import { findAllOf } from "./store/bookings";
import { viewBooking } from "./view";

/** What this room keeps of an owner. */
export const holdings: Holdings = async (ctx, ownerId) => ({
  bookings: (await findAllOf(ctx, ownerId)).map((booking) => viewBooking(ctx, booking)),
});
