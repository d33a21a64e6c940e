import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { getHeld, getHold } from "./change-hold";
import { previewPlan } from "./preview-plan";
import { assertHoldAhead } from "./rules";
import type { PreviewHold, SchedulePreview } from "./schema";

/**
 * What a hold would bring if it were set now, or changed where `holdId` names one: the slots beside those there are,
 * and the bookings that would need a decision. Writes nothing. Throws `station.not_found`, `hold.not_found`,
 * `hold.over` when the end has passed, and what `getHeld` throws.
 */
export async function previewHold(
  ctx: Context,
  { stationId, holdId, ...input }: { readonly stationId: string } & PreviewHold,
): Promise<SchedulePreview> {
  const found = await getStation(ctx, stationId);
  const station = authorize(ctx, "schedule.manage", { ...found, stationId }, "station.not_found");
  if (holdId !== undefined) await getHold(ctx, { stationId, holdId });
  assertHoldAhead(input, ctx.clock.now());
  const hold = { ...input, ...(await getHeld(ctx, stationId, input)) };
  return previewPlan(ctx, station, (plan) => ({
    ...plan,
    holds: [...plan.holds.filter(({ id }) => id !== holdId), hold],
  }));
}
