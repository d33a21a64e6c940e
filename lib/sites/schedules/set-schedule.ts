import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";
import { nextUpdate } from "@/lib/core/seen-version";
import { publishEvent } from "@/lib/records/outbox/inside";
import { lockStation, openReadyStation } from "@/lib/sites/stations/inside";

import { findOverlaps } from "./check-windows";
import { rebuildSlots } from "./rebuild-slots";
import { assertAsSeen, differences, normalSchedule, type NormalSchedule } from "./rules";
import type { ScheduleView, SetSchedule } from "./schema";
import { findSchedule, replaceSchedule } from "./store/schedules";
import { viewSchedule } from "./view";

/**
 * Replaces a station's whole schedule and rebuilds its slots at once; bookings that no longer fit are flagged, none
 * is cancelled. The same schedule again changes and records nothing.
 * Throws `station.not_found`, `schedule.windows_overlap` at every window that overlaps another, or
 * `schedule.changed` where the one before is not that of `ifUpdatedAt`.
 */
export async function setSchedule(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & SetSchedule,
): Promise<ScheduleView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockStation(ctx, stationId, "update");
    const { businessId } = station;
    authorize(ctx, "schedule.manage", { businessId, stationId }, "station.not_found");
    const schedule = checkedSchedule(input);
    const before = await findSchedule(ctx, stationId);
    const changes = differences(before.schedule, schedule);
    if (before.updatedAt && Object.keys(changes).length === 0) {
      // Also where somebody else set the very same, or this is a repeat whose answer was lost.
      return viewSchedule(station, schedule, before.updatedAt);
    }
    assertAsSeen(input.ifUpdatedAt, before.updatedAt);
    const updatedAt = nextUpdate(ctx.clock.now(), before.updatedAt);
    await replaceSchedule(ctx, stationId, schedule, updatedAt);
    await recordAudit(ctx, {
      entity: "Station",
      entityId: stationId,
      action: "SetSchedule",
      changes,
      businessId,
      stationId,
    });
    await publishEvent(ctx, {
      type: "schedule.changed",
      payload: { stationId },
      businessId,
      stationId,
    });
    await rebuildSlots(ctx, [stationId]);
    await openReadyStation(ctx, stationId);
    return viewSchedule(station, schedule, updatedAt);
  });
}

/** The schedule in its one spelling. Throws `schedule.windows_overlap`. */
export function checkedSchedule(input: SetSchedule): NormalSchedule {
  const overlaps = findOverlaps(input);
  if (overlaps.length > 0) throw failField("schedule.windows_overlap", overlaps);
  return normalSchedule(input);
}
