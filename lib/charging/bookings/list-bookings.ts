import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { Page, PageQuery } from "@/lib/core/pages";
import { asHolder, scopeOf } from "@/lib/core/permissions";

import { withQr } from "./add-qr";
import {
  endedStatuses,
  holdingStatuses,
  type BookingStatus,
  type BookingView,
  type ListBookings,
} from "./schema";
import { findBookings } from "./store/lists";
import { viewBooking } from "./view";

const views: Record<NonNullable<ListBookings["view"]>, readonly BookingStatus[]> = {
  upcoming: holdingStatuses,
  history: endedStatuses,
};

/**
 * The bookings that the actor may see, by owner, station, status, time and view; upcoming ones soonest first, others
 * latest first. Throws `booking.owner_mismatch` when an owner names another's NIC (C-42).
 */
export async function listBookings(
  ctx: Context,
  query: ListBookings & PageQuery,
): Promise<Page<BookingView>> {
  const scope = scopeOf(ctx, "booking.read");
  const { view, status, sort, conflict, include, ...filter } = query;
  const { actor } = asHolder(ctx, "booking.read");
  if (
    actor.role === "EvOwner" &&
    query.ownerNic !== undefined &&
    query.ownerNic !== actor.ownerNic
  ) {
    throw failField("booking.owner_mismatch", "ownerNic");
  }
  const inView = view && views[view];
  const { items, total } = await findBookings(
    ctx,
    scope,
    {
      ...filter,
      ...(conflict && { inConflict: true }),
      statuses:
        status && inView ? status.filter((one) => inView.includes(one)) : (status ?? inView),
      sort: sort ?? (view === "upcoming" ? "startsAt" : "-startsAt"),
    },
    query,
  );
  return {
    items: include ? await withQr(ctx, items) : items.map((booking) => viewBooking(ctx, booking)),
    total,
  };
}
