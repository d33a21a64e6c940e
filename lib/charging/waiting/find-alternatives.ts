import { findHeldTimes, refuseStart } from "@/lib/charging/bookings/inside";
import { askTogether } from "@/lib/core/ask-together";
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
import { findLimits, findNear, type NearStation } from "./store/nearby";

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
 * first. At most three of each, none at which the owner has a booking, or others wait already. By count, not tried: what
 * many are refused at the same moment is looked for once.
 */
export async function findAlternatives(
  ctx: Context,
  ownerId: string,
  refused: Refused,
): Promise<Alternative[]> {
  const { stationId, startsAt, endsAt, need } = refused;
  const around = {
    startsAt: hoursFrom(startsAt, -windowHours),
    endsAt: hoursFrom(endsAt, windowHours),
  };
  const [{ here, elsewhere }, busy] = await Promise.all([
    askTogether(ctx, ["alternatives", stationId, startsAt, endsAt, need], () =>
      findFree(ctx, refused),
    ),
    findHeldTimes(ctx, [ownerId], around),
  ]);
  const nearest = (those: readonly Alternative[]) =>
    those.filter((one) => !busy.some((other) => overlaps(one, other))).slice(0, shownAlternatives);
  return [...nearest(here), ...nearest(elsewhere)];
}

const hoursFrom = (instant: Date, hours: number) => new Date(instant.getTime() + hours * hourMs);

/** The same whoever asks, of this station and of those around it, without the times that others wait for. */
async function findFree(
  ctx: Context,
  { stationId, startsAt, endsAt, need }: Refused,
): Promise<{ readonly here: Alternative[]; readonly elsewhere: Alternative[] }> {
  const near = await findNear(ctx, stationId, { radiusM: nearM, most: nearStations });
  const others = near.filter(({ id }) => id !== stationId).map(({ id }) => id);
  const own = near.length > others.length ? [stationId] : [];
  const window = [hoursFrom(startsAt, -windowHours), hoursFrom(endsAt, windowHours)] as const;
  const ids = [...own, ...others];
  if (ids.length === 0) return { here: [], elsewhere: [] };
  const [limits, here, there, groups, lines] = await Promise.all([
    findLimits(ctx, ids),
    own.length > 0 ? findGroupSlots(ctx, own, ...window) : [],
    // Of the others only the same time is asked for.
    others.length > 0 ? findGroupSlots(ctx, others, startsAt, endsAt) : [],
    findGroups(ctx, ids),
    findLines(ctx, ids, { startsAt: window[0], endsAt: window[1] }),
  ]);
  const kinds = new Map(groups.map((group) => [`${group.stationId} ${group.number}`, group]));
  const known = new Map(limits.map((station) => [station.id, station]));
  const lengthMs = endsAt.getTime() - startsAt.getTime();
  const slots = Map.groupBy([...here, ...there], (slot) => slot.stationId);
  const free = near.flatMap((one): Alternative[] => {
    const limit = known.get(one.id);
    if (!limit) return [];
    const station = { ...limit, ...one };
    const suiting = (slots.get(one.id) ?? []).filter(({ group }) => {
      const kind = kinds.get(`${one.id} ${group}`);
      return kind !== undefined && suits(kind, need);
    });
    return rangesOf(suiting, lengthMs, station.maxSlotsPerBooking)
      .filter(
        (range) =>
          refuseStart(range, ctx.clock.now(), station) === null &&
          !lines.some((line) => line.stationId === one.id && overlaps(range, line)),
      )
      .map((range) => ({ ...range, stationId: one.id, station }));
  });
  const apart = (one: Alternative) => Math.abs(one.startsAt.getTime() - startsAt.getTime());
  return {
    here: free
      .filter((one) => one.stationId === stationId)
      .filter((one) => apart(one) > 0 && apart(one) <= windowHours * hourMs)
      .toSorted(
        (one, other) =>
          apart(one) - apart(other) || other.startsAt.getTime() - one.startsAt.getTime(),
      ),
    elsewhere: free.filter((one) => one.stationId !== stationId && apart(one) === 0),
  };
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
