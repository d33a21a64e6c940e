import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import type { HoldView, ListHolds } from "./schema";
import { findHolds } from "./store/holds";
import { viewHold } from "./view";

/** A station's holds by their start, those that are over left out unless asked for. Throws `station.not_found`. */
export async function listHolds(
  ctx: Context,
  { stationId, past, ...page }: { readonly stationId: string } & ListHolds & PageQuery,
): Promise<Page<HoldView>> {
  const { businessId } = await getStation(ctx, stationId);
  authorize(ctx, "schedule.read", { businessId, stationId }, "station.not_found");
  const { items, total } = await findHolds(ctx, stationId, past ? null : ctx.clock.now(), page);
  return { items: items.map(viewHold), total };
}
