import { isAppError } from "@/lib/core/errors";
import type { Context } from "@/lib/core/context";
import { authorize, scopeOf } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { withClosed } from "./rules";
import type { CloseDates, DatesClosed } from "./schema";
import { setSchedule } from "./set-schedule";
import { findSchedule } from "./store/schedules";

/**
 * Closes many stations on the same days, with the reason that drivers see; what the days had before goes, the rest of
 * each schedule stays. Each station is changed by itself, so that one whose schedule cannot be holds up no other; bookings
 * that no longer fit are flagged, none is cancelled. Throws `station.not_found`, before anything is changed.
 */
export async function closeDates(
  ctx: Context,
  { stationIds, dates }: CloseDates,
): Promise<DatesClosed> {
  scopeOf(ctx, "schedule.manage");
  const stations = await managedStations(ctx, stationIds);
  const refused: { id: string; name: string }[] = [];
  for (const { id, name } of stations) {
    // oxlint-disable-next-line no-await-in-loop -- a station at a time: each rebuilds its slots
    if (!(await closeOne(ctx, id, dates))) refused.push({ id, name });
  }
  return { closed: stations.length - refused.length, refused };
}

/** The stations that the caller runs, each once, by name. Throws `station.not_found`. */
export async function managedStations(ctx: Context, ids: readonly string[]) {
  const found = [];
  for (const id of new Set(ids)) {
    // oxlint-disable-next-line no-await-in-loop -- by index, and few beside what is done with each
    const station = await getStation(ctx, id);
    const { businessId } = station;
    authorize(ctx, "schedule.manage", { businessId, stationId: id }, "station.not_found");
    found.push(station);
  }
  return found.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** False where its schedule cannot be changed: it was, in the same moment, or is one that no rule of today allows. */
async function closeOne(
  ctx: Context,
  stationId: string,
  dates: CloseDates["dates"],
): Promise<boolean> {
  const { schedule, updatedAt } = await findSchedule(ctx, stationId);
  try {
    await setSchedule(ctx, { stationId, ...withClosed(schedule, dates), ifUpdatedAt: updatedAt });
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
