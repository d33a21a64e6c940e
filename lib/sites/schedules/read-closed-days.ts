import type { Context } from "@/lib/core/context";
import { addDays, calendarDay } from "@/lib/core/calendar";
import { openTo } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";
import { getSettings } from "@/lib/records/settings/inside";

import type { ClosedDay } from "./schema";
import { findSchedule } from "./store/schedules";

/**
 * The days to the horizon on which a station is closed although it is open then as a rule, with the reason, for
 * everybody. Throws `station.not_found`.
 */
export async function readClosedDays(
  ctx: Context,
  { stationId }: { readonly stationId: string },
): Promise<ClosedDay[]> {
  openTo(ctx, "station.read");
  const { timeZone } = await getStation(ctx, stationId);
  const { slotHorizonDays } = await getSettings(ctx);
  const today = calendarDay(ctx.clock.now(), timeZone);
  const last = addDays(today, slotHorizonDays);
  const { exceptions } = (await findSchedule(ctx, stationId)).schedule;
  return exceptions
    .filter(({ date, closed }) => closed && date >= today && date <= last)
    .map(({ date, reason = null }) => ({ date, reason }));
}
