import { shapeOf, type OpenPlaces, type Shape } from "./shape-places";

/** A car that stays at one place in the slots `[from, to)`, by their positions. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  /** The place, by its position, where it charges already. */
  readonly place?: number | undefined;
}

/** Ways that are tried at most, beside the straight one; beyond, nobody knows. */
const mostTries = 20_000;

/**
 * Whether all stays have a place each for all their slots, of places that are alike but not always open. Where the
 * same places are open throughout, counting is enough; this is for where they change, and two stays may each have a
 * place in every slot and yet not one of their own from the first to the last. Where too many ways would have to be
 * tried, null.
 */
export function tryParking(open: OpenPlaces, stays: readonly Stay[]): boolean | null {
  const shape = shapeOf(open);
  // Who is there in no slot needs no place.
  for (const part of apart(stays.filter(({ from, to }) => from < to))) {
    if (!areEnough(shape, part)) return false;
    const parked = parkPart(shape, part);
    if (!parked) return parked;
  }
  return true;
}

/** The same; what nobody knows counts as no. */
export const canPark = (open: OpenPlaces, stays: readonly Stay[]): boolean =>
  tryParking(open, stays) === true;

/** Whether a place can be used in all slots of the stay. */
export function isOpenFor(open: readonly boolean[], { from, to }: Stay): boolean {
  for (let slot = from; slot < to; slot += 1) if (!open[slot]) return false;
  return true;
}

/** The stays in parts that share no slot with one another, each in the order in which cars come. */
export function apart<S extends Stay>(stays: readonly S[]): S[][] {
  const parts: S[][] = [];
  let end = -1;
  for (const stay of stays.toSorted((one, other) => one.from - other.from)) {
    if (stay.from >= end) parts.push([]);
    parts.at(-1)?.push(stay);
    end = Math.max(end, stay.to);
  }
  return parts;
}

/** Whether there are as many places as cars in each slot. */
function areEnough({ count }: Shape, stays: readonly Stay[]): boolean {
  const cars = new Map<number, number>();
  for (const { from, to } of stays) {
    for (let slot = from; slot < to; slot += 1) {
      const there = (cars.get(slot) ?? 0) + 1;
      if (there > (count[slot] ?? 0)) return false;
      cars.set(slot, there);
    }
  }
  return true;
}

/** A car that is being given a place: those left to try, the one that it has, and until when that was taken before. */
interface Step {
  readonly left: number[];
  place: number;
  before: number;
}

/** The places with the cars that stand at one already, be it before their time. */
interface StoodLot extends Shape {
  readonly standing: readonly Stay[];
}

function parkPart(shape: Shape, stays: readonly Stay[]): boolean | null {
  const inOrder = stays.toSorted(
    (one, other) =>
      one.from - other.from ||
      Number(one.place === undefined) - Number(other.place === undefined) ||
      other.to - one.to,
  );
  const lot = { ...shape, standing: inOrder.filter(({ place }) => place !== undefined) };
  /** Until when each place is taken by those that are settled. */
  const until = shape.closes.map(() => 0);
  const failed = new Set<string>();
  const steps: Step[] = [];
  let tries = 0;
  for (;;) {
    const next = inOrder[steps.length];
    if (!next) return true;
    tries += 1;
    const isLost = failed.size > 0 && failed.has(stateOf(lot, until, next, steps.length));
    steps.push({ left: isLost ? [] : choices(lot, until, next), place: -1, before: 0 });
    while (!settleLast(inOrder, steps, until)) {
      steps.pop();
      const stay = inOrder[steps.length];
      if (!stay || tries > mostTries + inOrder.length) return null;
      failed.add(stateOf(lot, until, stay, steps.length));
      if (steps.length === 0) return false;
    }
  }
}

/** Gives the last of those that came the next place to try; false where none is left. */
function settleLast(inOrder: readonly Stay[], steps: Step[], until: number[]): boolean {
  const step = steps.at(-1);
  const stay = inOrder[steps.length - 1];
  if (!step || !stay) return false;
  if (step.place >= 0) until[step.place] = step.before;
  step.place = step.left.pop() ?? -1;
  if (step.place < 0) return false;
  step.before = until[step.place] ?? 0;
  until[step.place] = stay.to;
  return true;
}

/** All that still counts of who came before is until when they stay at which kind of place. */
function stateOf(lot: StoodLot, until: readonly number[], stay: Stay, at: number): string {
  const states = until.map(
    (end, place) => kindOf(lot, place, stay) * 1e6 + Math.max(end, stay.from),
  );
  return `${at} ${states.toSorted((one, other) => one - other).join()}`;
}

/** The same for places that are alike from the stay on; one that a car keeps for its later time is like no other. */
function kindOf({ kinds, standing }: StoodLot, place: number, { from }: Stay): number {
  const isKept = standing.some((one) => one.place === place && one.from > from);
  return isKept ? -1 - place : (kinds[place]?.[from] ?? 0);
}

/** The places where the car may stand, the best last: what closes first after it is of least use to others. */
function choices(lot: StoodLot, until: readonly number[], stay: Stay): number[] {
  const { closes, standing } = lot;
  const closing = (place: number) => closes[place]?.[stay.from] ?? 0;
  const free: number[] = [];
  for (const place of closes.keys()) {
    if ((stay.place ?? place) !== place) continue;
    if ((until[place] ?? 0) > stay.from || closing(place) < stay.to) continue;
    const isKept = standing.some(
      (one) => one !== stay && one.place === place && one.from < stay.to && one.to > stay.from,
    );
    if (isKept) continue;
    // They are free alike from here on.
    const kind = kindOf(lot, place, stay);
    if (!free.some((other) => kindOf(lot, other, stay) === kind)) free.push(place);
  }
  return free.toSorted((one, other) => closing(other) - closing(one));
}
