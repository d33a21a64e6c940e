import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";
import { scopeOf } from "@/lib/core/permissions";

import { bookingMachine } from "./rules";
import type { BookingAction, BookingStatus } from "./schema";
import { findBookingsOf } from "./store/lists";

/** How each of the bookings stands that the actor sees, and what the actor may do with it now, by its id. */
export async function tellActions(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { readonly status: BookingStatus; readonly can: BookingAction[] }>> {
  const found = await findBookingsOf(ctx, scopeOf(ctx, "booking.read"), ids);
  return new Map(
    found.map((booking) => [
      booking.id,
      { status: booking.status, can: actionsOn(ctx, bookingMachine, booking) },
    ]),
  );
}
