import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";
import { instantAt } from "@/lib/core/time-zones";
import { getStation } from "@/lib/sites/stations/inside";

import type { Range } from "./rules";
import type { LocalRange } from "./schema";

/**
 * A hold whose times are those of the station's own clocks, with the instants they mean. A time that daylight saving
 * skips falls after the gap; one that occurs twice is its first occurrence. Throws `station.not_found`, or
 * `hold.backwards` at `endsAt` unless the end is after the start.
 */
export async function readLocalHold<T extends { readonly stationId: string }>(
  ctx: Context,
  { startsAt, endsAt, ...rest }: T & LocalRange,
): Promise<Omit<T & LocalRange, keyof Range> & Range> {
  const { stationId } = rest;
  const { businessId, timeZone } = await getStation(ctx, stationId);
  authorize(ctx, "schedule.manage", { businessId, stationId }, "station.not_found");
  const instantOf = (local: string) => instantAt(local.slice(0, 10), local.slice(11), timeZone);
  const range = { startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) };
  if (range.endsAt <= range.startsAt) throw failField("hold.backwards", "endsAt");
  return { ...rest, ...range };
}
