import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { WeeklyHours } from "@/lib/core/ports";
import { weekdays } from "@/lib/core/time-zones";

import { findOverlaps } from "./check-windows";
import { normalSchedule } from "./rules";
import { SetSchedule } from "./schema";
import { storeWeekly } from "./store/schedules";

/**
 * Sets the weekly windows of many stations at once, as an import does; exceptions and overrides stay, and the slots
 * wait for `rebuildSlots`. The caller has authorized it, and records it. Throws `schedule.windows_overlap`.
 */
export async function setWeeklyHours(ctx: Context, hours: readonly WeeklyHours[]): Promise<void> {
  const rows = hours.map(({ stationId, weekly }) => {
    const named = weekdays.map((day) => [
      day,
      weekly[day].map(({ start, end }) => ({ start, end })),
    ]);
    const schedule = SetSchedule.parse({ weekly: Object.fromEntries(named) });
    const overlaps = findOverlaps(schedule);
    if (overlaps.length > 0) throw failField("schedule.windows_overlap", overlaps);
    return { stationId, weekly: normalSchedule(schedule).weekly };
  });
  await inTransaction(ctx, (ctx) => storeWeekly(ctx, rows, ctx.clock.now()));
}
