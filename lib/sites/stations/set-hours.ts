import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { Week } from "@/lib/core/opening-hours";
import { authorize } from "@/lib/core/permissions";

import type { StationRow } from "./rules";

/**
 * Sets a station's opening hours with its other facts; exceptions of its schedule stay, and its slots wait for
 * `rebuildSlots`. In the transaction that holds the station. Throws schedule.windows_overlap at `hours`.
 */
export async function setHours(
  ctx: Context,
  { id: stationId, businessId }: Pick<StationRow, "id" | "businessId">,
  weekly: Week,
): Promise<void> {
  if (ctx.ports.windowsOverlap(weekly)) throw failField("schedule.windows_overlap", "hours");
  const about = { stationId, businessId, weekly };
  const hours = authorize(ctx, "schedule.manage", about, "station.not_found");
  await ctx.ports.setWeeklyHours(ctx, [hours]);
}
