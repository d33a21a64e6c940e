import {
  findRoom,
  joins,
  rowsOf,
  type HeldStay,
  type LotGroup,
  type Row,
  type Rows,
} from "./find-room";
import { apart, canPark, type Stay } from "./park-cars";
import { suits } from "./place-groups";

/** The bookings of a station, each list in the order of their making. */
export interface Holding {
  /** Those that stand where they stand, full or not. */
  readonly standing: readonly HeldStay[];
  /** Those that had a place until now. */
  readonly keeping: readonly HeldStay[];
  /** Those that lie outside the slots: none goes elsewhere for them, nor do they. */
  readonly outside: readonly HeldStay[];
  /** Those that had none, as far as anybody knew. */
  readonly seeking: readonly HeldStay[];
}

/**
 * Which group each booking has its place in, by its id, when places of a station have come or gone (product.md, Slot);
 * who has none is left out. Whoever fits the own group keeps it, in the order of making; then the others find room as
 * a new booking would, at most two that may move making it. Nobody who had a place gives it up for one that had none.
 * What comes out is what comes out again when it is put in. Pure.
 */
export function decidePlaces(
  groups: readonly LotGroup[],
  { standing, keeping, outside, seeking }: Holding,
): ReadonlyMap<string, string> {
  const rows = rowsOf({ groups, held: standing });
  const placed = new Map<string, HeldStay>();
  const missing = new Set(keeping);
  for (const [key, row] of rows) {
    const own = keeping.filter((one) => one.group === key && suits(row.group, one.need));
    const there = standing.filter((one) => one.group === key);
    for (const one of keepOwn(row, there, own)) {
      placed.set(one.id, one);
      missing.delete(one);
    }
  }
  for (const one of outside) if (fitsOwn(rows, one)) rows.get(one.group)?.add(one);
  seekRoom(rows, placed, [...missing, ...seeking]);
  return new Map([...placed].map(([id, { group }]) => [id, group]));
}

const fitsOwn = (rows: Rows, one: HeldStay): boolean => {
  const own = rows.get(one.group);
  return own !== undefined && suits(own.group, one.need) && joins(own, one);
};

/** Adds to a group's row all that find a place beside those that stand there and those before them; answers which. */
function keepOwn(row: Row, standing: readonly HeldStay[], own: readonly HeldStay[]): HeldStay[] {
  const order = new Map(own.map((one, at) => [one, at]));
  const orderOf = (one: HeldStay) => order.get(one) ?? -1;
  return apart([...standing, ...own]).flatMap((part) => {
    const there = part.filter((one) => !order.has(one));
    const inOrder = part
      .filter((one) => order.has(one))
      .toSorted((one, other) => orderOf(one) - orderOf(other));
    return canPark(row.open, there) ? keepMany(row, there, inOrder) : inOrder.filter(joinsAt(row));
  });
}

const joinsAt = (row: Row) => (one: HeldStay) => {
  const isIn = joins(row, one);
  if (isIn) row.add(one);
  return isIn;
};

/**
 * The same as if each were tried after the other, of those that share slots. Most fail by counting or not at all: so
 * all that have a place by count are parked at once, and only where that fails it is looked for who is in the way.
 */
function keepMany(row: Row, standing: readonly Stay[], inOrder: readonly HeldStay[]): HeldStay[] {
  const kept: HeldStay[] = [];
  let next = 0;
  while (next < inOrder.length) {
    const counted = inOrder.slice(next).filter((one) => {
      const isFree = row.freeFor(one) >= 1;
      if (isFree) row.add(one);
      return isFree;
    });
    const fitting = mostThatPark(row, [...standing, ...kept], counted);
    kept.push(...counted.slice(0, fitting));
    for (const one of counted.slice(fitting)) row.remove(one);
    const failing = counted[fitting];
    next = failing ? inOrder.indexOf(failing, next) + 1 : inOrder.length;
  }
  return kept;
}

/** How many of the stays, the first first, can be parked beside the others. */
function mostThatPark(row: Row, there: readonly Stay[], stays: readonly Stay[]): number {
  const isEnough = (count: number) => canPark(row.open, [...there, ...stays.slice(0, count)]);
  if (isEnough(stays.length)) return stays.length;
  let [enough, tooMany] = [0, stays.length];
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (isEnough(middle)) enough = middle;
    else tooMany = middle;
  }
  return enough;
}

/** Finds room for each; again for those left where others made room, until none is found any more. */
function seekRoom(rows: Rows, placed: Map<string, HeldStay>, seeking: readonly HeldStay[]): void {
  const settle = (one: HeldStay, group: string) => {
    const there = { ...one, group };
    rows.get(group)?.add(there);
    placed.set(one.id, there);
  };
  let [left, hasMoved] = [seeking, true];
  while (hasMoved) {
    hasMoved = false;
    left = left.filter((one) => {
      const room = fitsOwn(rows, one)
        ? { group: one.group, moves: [] }
        : findRoom(rows, one, one.need);
      if (!room) return true;
      for (const { id, to } of room.moves) {
        const moved = placed.get(id);
        if (!moved) continue;
        rows.get(moved.group)?.remove(moved);
        settle(moved, to);
        hasMoved = true;
      }
      settle(one, room.group);
      return false;
    });
  }
}
