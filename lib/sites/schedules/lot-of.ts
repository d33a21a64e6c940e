import type { LotGroup } from "./find-room";
import { numbersOf } from "./name-places";
import type { Stay } from "./park-cars";
import type { Kind } from "./place-groups";
import type { Range, Slot } from "./rules";
import type { OpenPlaces } from "./shape-places";

/** A group of a station's places by its number. */
export interface NumberedGroup extends Kind {
  readonly number: number;
}

/** Where a car stands that charges already. */
export interface Parked {
  readonly group: number;
  /** Its number; undefined where no car has come. */
  readonly connector: number | undefined;
}

/** A group whose n-th place is the connector with the n-th of the numbers; those that are never open are left out. */
export interface LaidGroup extends LotGroup {
  readonly number: number;
  readonly numbers: readonly number[];
}

/** Slots of a station laid out for `findRoom`: the n-th start is slot n of every group. */
export interface SlotLot {
  readonly groups: readonly LaidGroup[];
  /**
   * Where a range lies among the slots; empty where it meets none. A car that stands at a place already stays there, where
   * that is open to the end; where it is not, the car has to go elsewhere anyhow.
   */
  readonly stayOf: (range: Range, parked?: Parked) => Stay;
  /** Whether slots cover the range without a gap, exactly on its edges. */
  readonly covers: (range: Range) => boolean;
  /** Whether no part of the range lies in no slot, wherever slots begin and end. */
  readonly contains: (range: Range) => boolean;
}

/** Lays out a station's slots; a group without slots has no place open. Pure. */
export function lotOf(
  groups: readonly NumberedGroup[],
  slots: readonly Pick<Slot, "group" | "startsAt" | "endsAt" | "capacity" | "openPlaces">[],
): SlotLot {
  const ends = new Map(slots.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]));
  const starts = [...ends.keys()].toSorted((one, other) => one - other);
  const positions = new Map(starts.map((start, at) => [start, at]));
  const own = Map.groupBy(slots, ({ group }) => group);
  const laid = groups.map((group) => ({
    ...group,
    key: String(group.number),
    ...openOf(own.get(group.number) ?? [], positions),
  }));
  const stayOf = ({ startsAt, endsAt }: Range, parked?: Parked): Stay => {
    const to = firstOf(starts, (start) => start >= endsAt.getTime());
    const first = firstOf(starts, (start) => (ends.get(start) ?? 0) > startsAt.getTime());
    const from = Math.min(first, to);
    const group = laid.find(({ number }) => number === parked?.group);
    const place = group?.numbers.indexOf(parked?.connector ?? 0) ?? -1;
    const stays = group?.open[place]?.slice(from, to).every(Boolean) ?? false;
    return { from, to, ...(stays && { place }) };
  };
  /** How far slots reach from the range's start on without a gap; null where the first one begins elsewhere. */
  const reach = (range: Range, isNext: (start: number, reached: number) => boolean) => {
    const { from, to } = stayOf(range);
    let reached = range.startsAt.getTime();
    for (const start of starts.slice(from, to)) {
      if (!isNext(start, reached)) return null;
      reached = ends.get(start) ?? 0;
    }
    return reached;
  };
  return {
    groups: laid,
    stayOf,
    covers: (range) =>
      reach(range, (start, reached) => start === reached) === range.endsAt.getTime(),
    contains: (range) =>
      (reach(range, (start, reached) => start <= reached) ?? 0) >= range.endsAt.getTime(),
  };
}

/** The position of the first start, in their order, from which on something is so; their number where it never is. */
function firstOf(starts: readonly number[], isSo: (start: number) => boolean): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(starts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The places that are open in any of a group's slots, by their numbers, and in which slots each is. */
function openOf(
  slots: readonly Pick<Slot, "startsAt" | "capacity" | "openPlaces">[],
  positions: ReadonlyMap<number, number>,
): { readonly numbers: readonly number[]; readonly open: OpenPlaces } {
  const openIn = new Map<number, Set<number>>();
  for (const { startsAt, capacity, openPlaces } of slots) {
    const at = positions.get(startsAt.getTime()) ?? 0;
    // Never more than the capacity says.
    for (const number of numbersOf(openPlaces).slice(0, capacity)) {
      const own = openIn.get(number) ?? new Set();
      openIn.set(number, own.add(at));
    }
  }
  const numbers = [...openIn.keys()].toSorted((one, other) => one - other);
  const every = [...positions.values()];
  return {
    numbers,
    open: numbers.map((number) => every.map((at) => openIn.get(number)?.has(at) ?? false)),
  };
}
