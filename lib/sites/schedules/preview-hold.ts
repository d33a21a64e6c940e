import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { getHold } from "./change-hold";
import { previewPlan } from "./preview-plan";
import { assertHoldAhead } from "./rules";
import type { PreviewHold, SchedulePreview } from "./schema";

/**
 * What a hold would bring if it were set now, or changed where `holdId` names one: the slots beside those there are,
 * and the bookings that would need a decision. Writes nothing. Throws `station.not_found`, `hold.not_found`, or
 * `hold.over` when the end has passed.
 */
export async function previewHold(
  ctx: Context,
  { stationId, holdId, ...input }: { readonly stationId: string } & PreviewHold,
): Promise<SchedulePreview> {
  const found = await getStation(ctx, stationId);
  const station = authorize(ctx, "schedule.manage", { ...found, stationId }, "station.not_found");
  if (holdId !== undefined) await getHold(ctx, { stationId, holdId });
  assertHoldAhead(input, ctx.clock.now());
  return previewPlan(ctx, station, (plan) => ({
    ...plan,
    holds: [...plan.holds.filter(({ id }) => id !== holdId), input],
  }));
}
