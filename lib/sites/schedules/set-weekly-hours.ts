import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import type { WeeklyHours } from "@/lib/sites/stations/inside";
import { weekdays } from "@/lib/core/calendar";

import { findOverlaps } from "./check-windows";
import { normalSchedule } from "./rules";
import { SetSchedule } from "./schema";
import { findStations } from "./store/plans";
import { storeExceptions, storeWeekly } from "./store/schedules";

/**
 * Sets the weekly windows of many stations at once, as an import does, and the exceptions that are named; others and
 * overrides stay, and the slots wait for `rebuildSlots`. Only what changes is recorded. The caller has locked the stations.
 * Throws `schedule.windows_overlap`.
 */
export async function setWeeklyHours(
  ctx: Context,
  hours: readonly Authorized<WeeklyHours>[],
): Promise<void> {
  const rows = hours.map((one) => ({ stationId: one.stationId, ...checkedHours(one) }));
  await inTransaction(ctx, async (ctx) => {
    const changed = await storeWeekly(ctx, rows, ctx.clock.now());
    await storeExceptions(ctx, rows);
    if (changed.length === 0) return;
    const businesses = new Map(
      (await findStations(ctx, changed)).map(({ id, businessId }) => [id, businessId]),
    );
    await recordAudit(
      ctx,
      ...changed.map((stationId) => ({
        entity: "Station" as const,
        entityId: stationId,
        action: "SetSchedule" as const,
        businessId: businesses.get(stationId),
        stationId,
      })),
    );
  });
}

function checkedHours({ weekly, exceptions = [] }: WeeklyHours) {
  const copied = (windows: readonly { start: string; end: string }[]) =>
    windows.map(({ start, end }) => ({ start, end }));
  const named = weekdays.map((day) => [day, copied(weekly[day])]);
  const schedule = SetSchedule.parse({
    weekly: Object.fromEntries(named),
    exceptions: exceptions.map((one) => ({ ...one, windows: copied(one.windows) })),
  });
  const overlaps = findOverlaps(schedule);
  if (overlaps.length > 0) throw failField("schedule.windows_overlap", overlaps);
  return normalSchedule(schedule);
}
