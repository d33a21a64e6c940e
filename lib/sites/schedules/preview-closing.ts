import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/calendar";
import { scopeOf } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import { previewSchedule } from "./preview-schedule";
import { isClosedOn, withClosed } from "./mark-closed";
import { horizonEnd } from "./rules";
import type { CloseDates, ClosingPreview } from "./schema";
import { managedStations } from "./set-dates";
import { findSchedule } from "./store/schedules";

/**
 * What closing the stations on these days would hit: the bookings that would need a decision and need none now, and at
 * how many of them it changes nothing. Days beyond the horizon have no bookings. Writes nothing. Throws `station.not_found`.
 */
export async function previewClosing(
  ctx: Context,
  { stationIds, dates }: CloseDates,
): Promise<ClosingPreview> {
  scopeOf(ctx, "schedule.manage");
  const stations = await managedStations(ctx, stationIds);
  const { slotHorizonDays } = await getSettings(ctx);
  const end = horizonEnd(ctx.clock.now(), slotHorizonDays);
  const bookings: ClosingPreview["bookings"][number][] = [];
  let unchanged = 0;
  for (const { id: stationId, name, timeZone } of stations) {
    // oxlint-disable-next-line no-await-in-loop -- a station at a time: each lays out its slots anew
    const { schedule } = await findSchedule(ctx, stationId);
    const isClosed = isClosedOn(schedule, dates);
    if (isClosed) unchanged += 1;
    const near = dates.filter(({ date }) => date <= calendarDay(end, timeZone));
    if (isClosed || near.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const { conflicts } = await previewSchedule(ctx, { stationId, ...withClosed(schedule, near) });
    for (const { bookingId, number, ownerName, startsAt, endsAt, isFlagged } of conflicts) {
      if (isFlagged) continue;
      bookings.push({
        id: bookingId,
        number,
        ownerName,
        stationName: name,
        startsAt,
        endsAt,
        timeZone,
      });
    }
  }
  return {
    stations: stations.length,
    unchanged,
    bookings: bookings.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
  };
}
