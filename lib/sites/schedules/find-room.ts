import { canPark, meeting, type OpenPlaces, type Stay } from "./park-cars";
import { byPreference, type Kind, type Need, suits } from "./place-groups";

/** A group of a lot, with the slots in which each of its places can be used. */
export interface LotGroup extends Kind {
  readonly key: string;
  readonly number?: number;
  readonly open: OpenPlaces;
}

/** A booking that holds a place of a group; `mayMove` where it may still go to another one. */
export interface HeldStay extends Stay {
  readonly id: string;
  readonly group: string;
  readonly need: Need;
  readonly mayMove: boolean;
}

/** A station's places over some slots, and who holds them. */
export interface Lot {
  readonly groups: readonly LotGroup[];
  readonly held: readonly HeldStay[];
}

/** A booking that goes to another group, which fits it as well. */
export interface GroupMove {
  readonly id: string;
  readonly to: string;
}

/** Where a car finds room, and which bookings make it. */
export interface Room {
  readonly group: string;
  readonly moves: readonly GroupMove[];
}

/** The stays of each group, by its key. */
type Taken = ReadonlyMap<string, readonly Stay[]>;

const added = (taken: Taken, key: string, stay: Stay): Taken =>
  new Map(taken).set(key, [...(taken.get(key) ?? []), stay]);

const removed = (taken: Taken, one: HeldStay): Taken =>
  new Map(taken).set(one.group, taken.get(one.group)?.filter((other) => other !== one) ?? []);

/**
 * The group in which a car finds a place for all of its slots: of those with room the preferred one, else the one in
 * which at most two bookings that may move make room by going to other groups that fit them (product.md, Slot). Null
 * where there is no such way. `quick` tries two only where counting is enough: beside where places open or close, all
 * sets of two take too long to ask for a week of slots. Pure.
 */
export function findRoom(
  lot: Lot,
  wanted: Stay,
  need: Need,
  how: "thorough" | "quick" = "thorough",
): Room | null {
  const taken = Map.groupBy(lot.held, ({ group }) => group);
  const free = (group: LotGroup) => freeIn(group, taken.get(group.key) ?? [], wanted);
  const fitting = lot.groups
    .filter((group) => suits(group, need))
    .toSorted(byPreference(need, free));
  for (const group of fitting) {
    if (joins(group, taken.get(group.key) ?? [], wanted)) return { group: group.key, moves: [] };
  }
  const near = nearBy(lot, wanted);
  for (const most of how === "quick" && !near.isCounted ? [1] : [1, 2]) {
    for (const group of fitting) {
      const isFull = free(group) < 1;
      const moves = findMoves(near, { group, wanted, most, isFull });
      if (moves) return { group: group.key, moves };
    }
  }
  return null;
}

/** What matters to a car that finds no room: the stays near its own, and those of them that have where to go. */
interface Near extends Lot {
  readonly movers: readonly HeldStay[];
  readonly taken: Taken;
  /** Whether counting is enough, as the same places are open throughout. */
  readonly isCounted: boolean;
}

function nearBy({ groups, held }: Lot, wanted: Stay): Near {
  const all = meeting(held, wanted);
  const isCounted = groups.every(({ open }) => isEven(open, [...all, wanted]));
  // Where counting is enough, who meets neither the car, nor one that makes room, nor one that does so for that one, is
  // not asked.
  const near = isCounted ? meeting(all, wanted, 3) : all;
  const movers = near.filter(
    (one) =>
      one.mayMove && groups.some(({ key, ...kind }) => key !== one.group && suits(kind, one.need)),
  );
  const taken = Map.groupBy(near, ({ group }) => group);
  return { groups, held: near, movers, taken, isCounted };
}

/** The fewest places that are left in a slot of the stay. */
function freeIn({ open }: LotGroup, stays: readonly Stay[], { from, to }: Stay): number {
  let least = Infinity;
  for (let slot = from; slot < to; slot += 1) {
    let left = 0;
    for (const place of open) if (place[slot]) left += 1;
    for (const stay of stays) if (stay.from <= slot && stay.to > slot) left -= 1;
    least = Math.min(least, left);
  }
  return least;
}

/**
 * Whether a stay finds a place of its own beside those that are there. Where these have more cars than places already,
 * because the station lost some, each slot alone counts: nobody is refused for what others have to settle.
 */
export function joins(group: LotGroup, stays: readonly Stay[], stay: Stay): boolean {
  if (freeIn(group, stays, stay) < 1) return false;
  const near = meeting(stays, stay);
  if (isEven(group.open, [...near, stay])) return true;
  return canPark(group.open, [...near, stay]) || !canPark(group.open, near);
}

/** Whether the same places are open in all slots of the stays, so that a count is an exact promise. */
function isEven(open: OpenPlaces, stays: readonly Stay[]): boolean {
  const first = Math.min(...stays.map(({ from }) => from));
  const last = Math.max(...stays.map(({ to }) => to));
  return open.every((place) => {
    for (let slot = first; slot < last; slot += 1) if (place[slot] !== place[first]) return false;
    return true;
  });
}

interface Asked {
  readonly group: LotGroup;
  readonly wanted: Stay;
  readonly most: number;
  /** Whether the group has a slot without a place left, so that one who is there then has to leave. */
  readonly isFull: boolean;
}

/** Exactly `most` bookings that, gone elsewhere, leave room in the group; one of them leaves it. */
function findMoves(near: Near, { group, wanted, most, isFull }: Asked): GroupMove[] | null {
  const leaving = near.movers.filter(
    (one) => one.group === group.key && (!isFull || meet(one, wanted)),
  );
  for (const first of leaving) {
    const left = removed(near.taken, first);
    if (most === 1) {
      const moves = settle(near, { group, wanted, left, moving: [first] });
      if (moves) return moves;
      continue;
    }
    for (const second of near.movers) {
      // Where counting is enough, one that meets neither makes room for neither.
      const isIdle = near.isCounted && !meet(second, first) && !meet(second, wanted);
      if (second === first || isIdle) continue;
      const both = { left: removed(left, second), moving: [first, second] };
      const moves = settle(near, { group, wanted, ...both });
      if (moves) return moves;
    }
  }
  return null;
}

const meet = (one: Stay, other: Stay): boolean => one.from < other.to && one.to > other.from;

interface Settling {
  readonly group: LotGroup;
  readonly wanted: Stay;
  /** Who stays where it is. */
  readonly left: Taken;
  readonly moving: readonly HeldStay[];
}

/** Where the moving go, once they are away and the wanted one is in; null where one of them finds nothing else. */
function settle(lot: Lot, { group, wanted, left, moving }: Settling): GroupMove[] | null {
  if (!joins(group, left.get(group.key) ?? [], wanted)) return null;
  return place(lot, added(left, group.key, wanted), moving);
}

function place(lot: Lot, taken: Taken, moving: readonly HeldStay[]): GroupMove[] | null {
  const [first, ...others] = moving;
  if (!first) return [];
  for (const group of lot.groups) {
    if (group.key === first.group || !suits(group, first.need)) continue;
    if (!joins(group, taken.get(group.key) ?? [], first)) continue;
    const rest = place(lot, added(taken, group.key, first), others);
    if (rest) return [{ id: first.id, to: group.key }, ...rest];
  }
  return null;
}
