/** In which slots each of the group's places can be used: places × slots. */
export type OpenPlaces = readonly (readonly boolean[])[];

/** What is asked again and again of places that open and close. */
export interface Shape {
  /** For each place and slot, the position at which it closes if it is open then; the slot itself where it is not. */
  readonly closes: readonly (readonly number[])[];
  /** For each place and slot a number that is the same for places that open and close alike from there on. */
  readonly kinds: readonly (readonly number[])[];
  /** How many are open in each slot. */
  readonly count: readonly number[];
  /** The slots in which other places are open than in the one before, in order. */
  readonly changes: readonly number[];
}

const known = new WeakMap<OpenPlaces, Shape>();

/** Reckons it once for each group of a lot; places × slots are never changed. */
export function shapeOf(open: OpenPlaces): Shape {
  const before = known.get(open);
  if (before) return before;
  const slots = Array.from({ length: open[0]?.length ?? 0 }, (_, slot) => slot);
  const shape = {
    closes: open.map(closings),
    kinds: kindsOf(open, slots.length),
    count: slots.map((slot) => open.filter((place) => place[slot]).length),
    changes: slots.slice(1).filter((slot) => open.some((place) => place[slot] !== place[slot - 1])),
  };
  known.set(open, shape);
  return shape;
}

function closings(open: readonly boolean[]): number[] {
  const closes = open.map((_, slot) => slot);
  for (let slot = open.length - 1; slot >= 0; slot -= 1) {
    if (open[slot]) closes[slot] = open[slot + 1] ? (closes[slot + 1] ?? slot + 1) : slot + 1;
  }
  return closes;
}

function kindsOf(open: OpenPlaces, length: number): number[][] {
  const kinds = open.map(() => Array.from({ length }, () => 0));
  for (let slot = length - 1; slot >= 0; slot -= 1) {
    const numbers = new Map<number, number>();
    for (const [place, own] of kinds.entries()) {
      const ways = 2 * (own[slot + 1] ?? 0) + Number(open[place]?.[slot] ?? false);
      const number = numbers.get(ways) ?? numbers.size;
      numbers.set(ways, number);
      own[slot] = number;
    }
  }
  return kinds;
}
