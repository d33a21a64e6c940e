import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Page, PageQuery } from "@/lib/core/pages";
import { authorize, scopeOf } from "@/lib/core/permissions";

import type { BookingView } from "./schema";
import { findStation } from "./store/stations";
import { findBookings } from "./store/lists";
import { viewBooking } from "./view";

/** The station's bookings that need a decision, soonest first. Throws `station.not_found`. */
export async function listConflicts(
  ctx: Context,
  { stationId, ...page }: { readonly stationId: string } & PageQuery,
): Promise<Page<BookingView>> {
  const scope = scopeOf(ctx, "conflict.read");
  const station = await findStation(ctx, stationId);
  if (!station) throw fail("station.not_found");
  const { businessId } = station;
  authorize(ctx, "conflict.read", { stationId, businessId }, "station.not_found");
  const filter = { stationId, inConflict: true, sort: "startsAt" } as const;
  const { items, total } = await findBookings(ctx, scope, filter, page);
  return { items: items.map((booking) => viewBooking(ctx, booking)), total };
}
