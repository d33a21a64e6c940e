import { occupy, type Occupied } from "./occupy-places";
import { tryParking, type Stay } from "./park-cars";
import { byPreference, type Kind, type Need, suits } from "./place-groups";
import type { OpenPlaces } from "./shape-places";

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
  /** Where somebody must decide about it, since it fits nowhere: it counts, and no place is kept for it. */
  readonly isFlagged?: boolean;
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

/** A group with who stays there. */
export interface Row extends Occupied<HeldStay> {
  readonly group: LotGroup;
}

/** A lot's groups with who stays there, by their keys: laid out once, to look for room many times. */
export type Rows = ReadonlyMap<string, Row>;

export function rowsOf({ groups, held }: Lot): Rows {
  const own = Map.groupBy(held, ({ group }) => group);
  return new Map(
    groups.map((group) => [group.key, { group, ...occupy(group.open, own.get(group.key) ?? []) }]),
  );
}

/**
 * The group in which a car finds a place for all of its slots: of those with room the preferred one, else the one in
 * which at most two bookings that may move make room by going to other groups that fit them (product.md, Slot). Null
 * where there is no such way. Changes nothing.
 */
export function findRoom(rows: Rows, stay: Stay, need: Need): Room | null {
  const wanted = { ...stay, need, id: "", group: "", mayMove: false };
  const byRoom = byPreference<LotGroup>(need, ({ key }) => rows.get(key)?.freeFor(stay) ?? 0);
  const fitting = [...rows.values()]
    .filter(({ group }) => suits(group, need))
    .toSorted((one, other) => byRoom(one.group, other.group));
  for (const row of fitting) {
    if (joins(row, wanted)) return { group: row.group.key, moves: [] };
  }
  for (const most of [1, 2]) {
    for (const row of fitting) {
      const moves = findMoves(rows, { row, wanted, most });
      if (moves) return { group: row.group.key, moves };
    }
  }
  return null;
}

/**
 * Whether a stay finds a place of its own beside those that are there. Those who fit nowhere count in each slot, but
 * what is promised has to hold beside the others alone. Where these cannot be parked either, because the station lost
 * places, each slot alone counts: nobody is refused for what others have to settle.
 */
export function joins(row: Row, stay: Stay): boolean {
  if (row.freeFor(stay) < 1) return false;
  const all = row.deciding(stay);
  if (!all) return true;
  const promised = all.filter(({ isFlagged = false }) => !isFlagged);
  const together = tryParking(row.open, [...promised, stay]);
  return together === false ? tryParking(row.open, promised) === false : together === true;
}

interface Asked {
  readonly row: Row;
  readonly wanted: HeldStay;
  readonly most: number;
}

/** Exactly `most` bookings that, gone elsewhere, leave room in the group; one of them leaves it. */
function findMoves(rows: Rows, { row, wanted, most }: Asked): GroupMove[] | null {
  const leaving = mayHelp(rows, row, wanted);
  for (const first of leaving) {
    if (most === 1) {
      const moves = settle(rows, { row, wanted, moving: [first] });
      if (moves) return moves;
      continue;
    }
    const others = new Set([
      ...leaving,
      ...[...rows.values()].flatMap((other) => mayHelp(rows, other, first)),
    ]);
    for (const second of others) {
      if (second === first) continue;
      const moves = settle(rows, { row, wanted, moving: [first, second] });
      if (moves) return moves;
    }
  }
  return null;
}

/** The bookings of a group that may move, have where to go, and whose leaving may make room for a stay in it. */
function mayHelp(rows: Rows, row: Row, stay: Stay): HeldStay[] {
  const deciding = row.freeFor(stay) < 1 ? [] : (row.deciding(stay) ?? []);
  const near = new Set([...row.meeting(stay), ...deciding]);
  return [...near].filter(
    (one) =>
      one.mayMove &&
      rows.values().some(({ group }) => group !== row.group && suits(group, one.need)),
  );
}

interface Settling {
  readonly row: Row;
  readonly wanted: HeldStay;
  readonly moving: readonly HeldStay[];
}

type Fits = (row: Row, stay: HeldStay) => boolean;

/** Where the moving go, once they are away and the wanted one is in; null where one of them finds nothing else. */
function settle(rows: Rows, { row, wanted, moving }: Settling): GroupMove[] | null {
  for (const one of moving) rows.get(one.group)?.remove(one);
  const ways = (fits: Fits) => {
    if (!fits(row, wanted)) return null;
    row.add(wanted);
    const moves = place(rows, moving, fits);
    row.remove(wanted);
    return moves;
  };
  // Most ways fail by counting, which is quick.
  const moves = ways((row, stay) => row.freeFor(stay) >= 1) && ways(joins);
  for (const one of moving) rows.get(one.group)?.add(one);
  return moves;
}

function place(rows: Rows, moving: readonly HeldStay[], fits: Fits): GroupMove[] | null {
  const [first, ...others] = moving;
  if (!first) return [];
  for (const [key, row] of rows) {
    if (key === first.group || !suits(row.group, first.need) || !fits(row, first)) continue;
    row.add(first);
    const rest = place(rows, others, fits);
    row.remove(first);
    if (rest) return [{ id: first.id, to: key }, ...rest];
  }
  return null;
}
