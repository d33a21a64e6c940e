/** A line of docs/benchmarks.md. */
export interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly figure: string;
  /** What it has to reach. */
  readonly reach: string;
  readonly reached: boolean;
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
 * The least and the most of the ratios of two rows of rounds that stood side by side, and the one in the middle; `said`
 * is how a row tells of it.
 */
export function sideBySide(ones: readonly number[], others: readonly number[]) {
  const pairs = Math.min(ones.length, others.length);
  const each = ones.slice(0, pairs).map((one, turn) => one / (others[turn] ?? Number.NaN));
  const [least, most] = [Math.min(...each), Math.max(...each)];
  const [ratio, spread] = [median(each), `${least.toFixed(2)}–${most.toFixed(2)}`];
  return { ratio, spread, said: `${ratio.toFixed(2)} times (${spread})` };
}
