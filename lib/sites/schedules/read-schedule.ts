import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import type { ScheduleView } from "./schema";
import { findSchedule } from "./store/schedules";
import { viewSchedule } from "./view";

/** A station's schedule, for its staff; closed always where none was set. Throws `station.not_found`. */
export async function readSchedule(
  ctx: Context,
  { stationId }: { readonly stationId: string },
): Promise<ScheduleView> {
  const station = await getStation(ctx, stationId);
  const { businessId } = station;
  authorize(ctx, "schedule.read", { businessId, stationId }, "station.not_found");
  const { schedule, updatedAt } = await findSchedule(ctx, stationId);
  return viewSchedule(station, schedule, updatedAt);
}
