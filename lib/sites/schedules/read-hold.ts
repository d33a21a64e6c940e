import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { getHold } from "./change-hold";
import type { HoldView } from "./schema";
import type { HoldKey } from "./store/holds";
import { viewHold } from "./view";

/** One hold of a station, for its staff. Throws `station.not_found` or `hold.not_found`. */
export async function readHold(ctx: Context, { stationId, holdId }: HoldKey): Promise<HoldView> {
  const { businessId } = await getStation(ctx, stationId);
  authorize(ctx, "schedule.read", { businessId, stationId }, "station.not_found");
  return viewHold(await getHold(ctx, { stationId, holdId }));
}
