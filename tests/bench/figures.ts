/** A line of docs/benchmarks.md. */
export interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly figure: string;
  /** What it has to reach. */
  readonly reach: string;
  /** Null where this machine cannot tell. */
  readonly reached: boolean | null;
  /** What `reach` is about, by itself, where `known-misses.ts` says how far it may stray. */
  readonly value?: number;
}

/** Runs `work` so many times, one after the other, and answers the times in milliseconds, the quickest first. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.toSorted((one, other) => one - other);
}

/** The time below which that part of the runs stays. */
export const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** The one in the middle; of no values NaN. */
export const median = (values: readonly number[]) =>
  percentile(
    values.toSorted((one, other) => one - other),
    0.5,
  );

/**
 * With two decimals, or with as many as show on which side of the bound it lies: 1.004 is not told as 1.00 where at most
 * 1 is asked.
 */
export function besideBound(value: number, bound: number): string {
  const side = (one: number, other: number) => Math.sign(one - other);
  for (let digits = 2; digits < 6; digits += 1) {
    const told = value.toFixed(digits);
    if (side(Number(told), Number(bound.toFixed(digits))) === side(value, bound)) return told;
  }
  return value.toFixed(2);
}

/**
 * The least and the most of the ratios of two rows of rounds that stood side by side, and the one in the middle; `said`
 * is how a row tells of it, where it is compared to a bound so that it shows on which side it lies.
 */
export function sideBySide(ones: readonly number[], others: readonly number[], bound?: number) {
  const pairs = Math.min(ones.length, others.length);
  const each = ones.slice(0, pairs).map((one, turn) => one / (others[turn] ?? Number.NaN));
  const [least, most] = [Math.min(...each), Math.max(...each)];
  const [ratio, spread] = [median(each), `${least.toFixed(2)}–${most.toFixed(2)}`];
  const told = bound === undefined ? ratio.toFixed(2) : besideBound(ratio, bound);
  return { ratio, told, spread, said: `${told} times (${spread})` };
}
