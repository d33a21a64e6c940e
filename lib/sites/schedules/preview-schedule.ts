import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { previewPlan } from "./preview-plan";
import { assertAsSeen } from "./rules";
import type { SchedulePreview, SetSchedule } from "./schema";
import { checkedSchedule } from "./set-schedule";
import { findSchedule } from "./store/schedules";

/**
 * What a schedule would bring if it were set now: the slots to the horizon beside those there are, the bookings that
 * would need a decision, and how much would change. Writes nothing. Throws as `setSchedule` does.
 */
export async function previewSchedule(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & SetSchedule,
): Promise<SchedulePreview> {
  const found = await getStation(ctx, stationId);
  const station = authorize(ctx, "schedule.manage", { ...found, stationId }, "station.not_found");
  const schedule = checkedSchedule(input);
  if (input.ifUpdatedAt !== undefined) {
    assertAsSeen(input.ifUpdatedAt, (await findSchedule(ctx, stationId)).updatedAt);
  }
  return previewPlan(ctx, station, (plan) => ({ ...plan, schedule }));
}
