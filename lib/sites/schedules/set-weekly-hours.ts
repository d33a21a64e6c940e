import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import type { WeeklyHours } from "@/lib/sites/stations/inside";
import { weekdays } from "@/lib/core/calendar";

import { findOverlaps } from "./check-windows";
import { normalSchedule, type NormalSchedule } from "./rules";
import { SetSchedule } from "./schema";
import { findStations } from "./store/plans";
import { storeWeekly } from "./store/schedules";

/**
 * Sets the weekly windows of many stations at once, as an import does; exceptions and overrides stay, and the slots
 * wait for `rebuildSlots`. Only what changes is recorded. The caller has locked the stations.
 * Throws `schedule.windows_overlap`.
 */
export async function setWeeklyHours(
  ctx: Context,
  hours: readonly Authorized<WeeklyHours>[],
): Promise<void> {
  const rows = hours.map((one) => ({ stationId: one.stationId, weekly: checkedWeek(one) }));
  await inTransaction(ctx, async (ctx) => {
    const changed = await storeWeekly(ctx, rows, ctx.clock.now());
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

function checkedWeek({ weekly }: WeeklyHours): NormalSchedule["weekly"] {
  const named = weekdays.map((day) => [day, weekly[day].map(({ start, end }) => ({ start, end }))]);
  const schedule = SetSchedule.parse({ weekly: Object.fromEntries(named) });
  const overlaps = findOverlaps(schedule);
  if (overlaps.length > 0) throw failField("schedule.windows_overlap", overlaps);
  return normalSchedule(schedule).weekly;
}
