import { findHeldTimes, refuseStart } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import {
  findGroups,
  findGroupSlots,
  freeRuns,
  suits,
  type Need,
  type Slot,
} from "@/lib/sites/schedules/inside";

import { nearM, nearStations, shownAlternatives, windowHours } from "./rules";
import type { TimeAt } from "./store/entries";
import { findLines } from "./store/lines";
import { findNear, type NearStation } from "./store/nearby";

/** A time near one that is full, of the same length, at which the car finds a place. */
export interface Alternative extends TimeAt {
  readonly station: NearStation;
}

/** What was refused because it is full. */
export interface Refused extends TimeAt {
  readonly need: Need;
}

/**
 * The nearest alternatives to what is full (product.md, Place offers): of the same station within three hours, the
 * nearest in time and of two the later first; then of stations within five kilometres at the same time, the nearest
 * first. At most three of each, none at which the owner has a booking, or others wait already. By count, not tried.
 */
export async function findAlternatives(
  ctx: Context,
  ownerId: string,
  refused: Refused,
): Promise<Alternative[]> {
  const { stationId, startsAt, endsAt } = refused;
  const stations = await findNear(ctx, stationId, { radiusM: nearM, most: nearStations });
  const window = windowHours * hourMs;
  const from = new Date(startsAt.getTime() - window);
  const to = new Date(endsAt.getTime() + window);
  const ids = stations.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [slots, groups, busy, lines] = await Promise.all([
    findGroupSlots(ctx, ids, from, to),
    findGroups(ctx, ids),
    findHeldTimes(ctx, [ownerId], { startsAt: from, endsAt: to }),
    findLines(ctx, ids, { startsAt: from, endsAt: to }),
  ]);
  const kinds = new Map(groups.map((group) => [`${group.stationId} ${group.number}`, group]));
  const timesAt = (station: NearStation): Alternative[] => {
    const own = slots.filter((slot) => {
      const kind = kinds.get(`${station.id} ${slot.group}`);
      return slot.stationId === station.id && kind !== undefined && suits(kind, refused.need);
    });
    return rangesOf(own, endsAt.getTime() - startsAt.getTime(), station.maxSlotsPerBooking)
      .filter(
        (range) =>
          refuseStart(range, ctx.clock.now(), station) === null &&
          !busy.some((other) => overlaps(range, other)) &&
          !lines.some((line) => line.stationId === station.id && overlaps(range, line)),
      )
      .map((range) => ({ ...range, stationId: station.id, station }));
  };
  const apart = ({ startsAt: other }: Alternative) =>
    Math.abs(other.getTime() - startsAt.getTime());
  const here = stations
    .filter(({ id }) => id === stationId)
    .flatMap(timesAt)
    .filter((one) => one.startsAt.getTime() !== startsAt.getTime() && apart(one) <= window)
    .toSorted(
      (one, other) =>
        apart(one) - apart(other) || other.startsAt.getTime() - one.startsAt.getTime(),
    );
  const elsewhere = stations
    .filter(({ id }) => id !== stationId)
    .flatMap(timesAt)
    .filter((one) => one.startsAt.getTime() === startsAt.getTime());
  return [...here.slice(0, shownAlternatives), ...elsewhere.slice(0, shownAlternatives)];
}

interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const overlaps = (one: Range, other: Range) =>
  one.startsAt < other.endsAt && one.endsAt > other.startsAt;

/** The times of that length in which one of the groups has a place left throughout, each once, in order. */
function rangesOf(slots: readonly Slot[], lengthMs: number, most: number): Range[] {
  const runs = [...Map.groupBy(slots, ({ group }) => group).values()].flatMap((own) =>
    freeRuns(own, lengthMs, ({ capacity, reserved }) => reserved < capacity),
  );
  const ranges = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length > most) return [];
    return [[first.startsAt.getTime(), { startsAt: first.startsAt, endsAt: last.endsAt }] as const];
  });
  return [...new Map(ranges).values()].toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
}
