import { tryParking, whoDecides, type OpenPlaces, type Stay } from "./park-cars";
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

/**
 * The group in which a car finds a place for all of its slots: of those with room the preferred one, else the one in
 * which at most two bookings that may move make room by going to other groups that fit them (product.md, Slot). Null
 * where there is no such way. Pure.
 */
export function findRoom(lot: Lot, wanted: Stay, need: Need): Room | null {
  const taken = Map.groupBy(lot.held, ({ group }) => group);
  const free = (group: LotGroup) => freeIn(group, taken.get(group.key) ?? [], wanted);
  const fitting = lot.groups
    .filter((group) => suits(group, need))
    .toSorted(byPreference(need, free));
  for (const group of fitting) {
    if (joins(group, taken.get(group.key) ?? [], wanted)) return { group: group.key, moves: [] };
  }
  for (const most of [1, 2]) {
    for (const group of fitting) {
      const moves = findMoves({ groups: lot.groups, taken }, { group, wanted, most });
      if (moves) return { group: group.key, moves };
    }
  }
  return null;
}

/** The fewest places that are left in a slot of the stay. */
function freeIn({ open }: LotGroup, stays: readonly Stay[], { from, to }: Stay): number {
  let least = Infinity;
  for (let slot = from; slot < to; slot += 1) {
    const places = open.filter((place) => place[slot]).length;
    const cars = stays.filter((stay) => stay.from <= slot && stay.to > slot).length;
    least = Math.min(least, places - cars);
  }
  return least;
}

/**
 * Whether a stay finds a place of its own beside those that are there. Where these have more cars than places already,
 * because the station lost some, each slot alone counts: nobody is refused for what others have to settle.
 */
export function joins(group: LotGroup, stays: readonly Stay[], stay: Stay): boolean {
  if (freeIn(group, stays, stay) < 1) return false;
  const deciding = whoDecides(group.open, stays, stay);
  if (!deciding || deciding.isCrowded) return true;
  const together = tryParking(group.open, [...deciding.stays, stay]);
  if (together !== false) return together === true;
  return tryParking(group.open, deciding.stays) === false;
}

/** A lot by its groups. */
interface Grouped {
  readonly groups: readonly LotGroup[];
  readonly taken: ReadonlyMap<string, readonly HeldStay[]>;
}

interface Asked {
  readonly group: LotGroup;
  readonly wanted: Stay;
  readonly most: number;
}

/** Exactly `most` bookings that, gone elsewhere, leave room in the group; one of them leaves it. */
function findMoves(lot: Grouped, { group, wanted, most }: Asked): GroupMove[] | null {
  const leaving = mayHelp(lot, group, wanted).filter((one) => one.group === group.key);
  for (const first of leaving) {
    if (most === 1) {
      const moves = settle(lot, { group, wanted, moving: [first] });
      if (moves) return moves;
      continue;
    }
    const others = new Set([
      ...leaving,
      ...lot.groups.flatMap((other) => mayHelp(lot, other, first)),
    ]);
    for (const second of others) {
      if (second === first) continue;
      const moves = settle(lot, { group, wanted, moving: [first, second] });
      if (moves) return moves;
    }
  }
  return null;
}

/** The bookings of a group that may move, have where to go, and whose leaving may make room for a stay in it. */
function mayHelp({ groups, taken }: Grouped, group: LotGroup, stay: Stay): HeldStay[] {
  const own = taken.get(group.key) ?? [];
  const isFull = freeIn(group, own, stay) < 1;
  const deciding = new Set<Stay>(isFull ? [] : whoDecides(group.open, own, stay)?.stays);
  return own.filter(
    (one) =>
      one.mayMove &&
      (deciding.has(one) || (one.from < stay.to && one.to > stay.from)) &&
      groups.some(({ key, ...kind }) => key !== one.group && suits(kind, one.need)),
  );
}

interface Settling {
  readonly group: LotGroup;
  readonly wanted: Stay;
  readonly moving: readonly HeldStay[];
}

/** Where the moving go, once they are away and the wanted one is in; null where one of them finds nothing else. */
function settle(
  { groups, taken }: Grouped,
  { group, wanted, moving }: Settling,
): GroupMove[] | null {
  const left = new Map<string, readonly Stay[]>(taken);
  for (const { group: key } of moving) {
    left.set(
      key,
      (taken.get(key) ?? []).filter((one) => !moving.includes(one)),
    );
  }
  if (!joins(group, left.get(group.key) ?? [], wanted)) return null;
  return place(groups, added(left, group.key, wanted), moving);
}

function place(
  groups: readonly LotGroup[],
  taken: Taken,
  moving: readonly HeldStay[],
): GroupMove[] | null {
  const [first, ...others] = moving;
  if (!first) return [];
  for (const group of groups) {
    if (group.key === first.group || !suits(group, first.need)) continue;
    if (!joins(group, taken.get(group.key) ?? [], first)) continue;
    const rest = place(groups, added(taken, group.key, first), others);
    if (rest) return [{ id: first.id, to: group.key }, ...rest];
  }
  return null;
}

const added = (taken: Taken, key: string, stay: Stay): Taken =>
  new Map([...taken, [key, [...(taken.get(key) ?? []), stay]]]);
