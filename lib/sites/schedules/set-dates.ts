import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { authorize, scopeOf } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import type { Schedule } from "./rules";
import type { DatesSet, SetSchedule } from "./schema";
import { setSchedule } from "./set-schedule";
import { findSchedule } from "./store/schedules";

/**
 * Changes the schedules of many stations, each by itself, so that one that cannot be changed holds up no other; null
 * stands for what stays as it is and is not counted. Throws `station.not_found`, before anything is changed.
 */
export async function setDates(
  ctx: Context,
  stationIds: readonly string[],
  changed: (schedule: Schedule) => Omit<SetSchedule, "ifUpdatedAt"> | null,
): Promise<DatesSet> {
  scopeOf(ctx, "schedule.manage");
  const refused: { id: string; name: string }[] = [];
  let stations = 0;
  for (const { id, name } of await managedStations(ctx, stationIds)) {
    // oxlint-disable-next-line no-await-in-loop -- a station at a time: each rebuilds its slots
    const isSet = await setOne(ctx, id, changed);
    if (isSet) stations += 1;
    else if (isSet === false) refused.push({ id, name });
  }
  return { stations, refused };
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

/** False where it cannot be changed: it was, in the same moment, or is one that no rule of today allows. */
async function setOne(
  ctx: Context,
  stationId: string,
  changed: Parameters<typeof setDates>[2],
): Promise<boolean | null> {
  const { schedule, updatedAt } = await findSchedule(ctx, stationId);
  const wanted = changed(schedule);
  if (!wanted) return null;
  try {
    await setSchedule(ctx, { stationId, ...wanted, ifUpdatedAt: updatedAt });
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
