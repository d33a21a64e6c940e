import { minuteMs } from "@/lib/core/durations";

/** A bench, and how long it takes at most on the machine of quality.md. */
export interface Bench<T> {
  readonly name: string;
  readonly minutes: number;
  run(): Promise<readonly T[]>;
}

/** What came of a run. */
export interface Run<T> {
  readonly figures: readonly T[];
  /** How long each that ran took, in minutes. */
  readonly took: ReadonlyMap<string, number>;
  /** Those for which no time was left. */
  readonly leftOut: readonly string[];
}

/**
 * Runs benches one after the other for so many minutes in all: one begins only where what it takes is left, so that the
 * whole ends in time wherever each keeps its own. `now` in milliseconds.
 */
export async function runWithin<T>(
  minutes: number,
  benches: readonly Bench<T>[],
  now = () => performance.now(),
): Promise<Run<T>> {
  const [began, figures, took, leftOut] = [
    now(),
    [] as T[],
    new Map<string, number>(),
    [] as string[],
  ];
  const minutesSince = (since: number) => (now() - since) / minuteMs;
  for (const bench of benches) {
    if (minutesSince(began) + bench.minutes > minutes) {
      leftOut.push(bench.name);
      continue;
    }
    const from = now();
    figures.push(...(await bench.run()));
    took.set(bench.name, minutesSince(from));
  }
  return { figures, took, leftOut };
}
