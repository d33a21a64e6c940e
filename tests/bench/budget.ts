import { minuteMs } from "@/lib/core/durations";

/** A bench, and how long it takes at most on the machine of quality.md. */
export interface Bench<T> {
  readonly name: string;
  readonly minutes: number;
  run(): Promise<readonly T[]>;
}

/** What came of a run. */
export interface Run {
  /** How long each that ran took, in minutes. */
  readonly took: ReadonlyMap<string, number>;
  /** Those for which no time was left. */
  readonly leftOut: readonly string[];
  /** What ended others: they keep no other from running. */
  readonly failures: ReadonlyMap<string, unknown>;
}

/**
 * Runs benches one after the other for so many minutes in all: one begins only where what it takes is left, so that the
 * whole ends in time wherever each keeps its own. `keep` gets the figures of each as soon as it has them; `now` in
 * milliseconds.
 */
export async function runWithin<T>(
  minutes: number,
  benches: readonly Bench<T>[],
  keep: (figures: readonly T[]) => void,
  now = () => performance.now(),
): Promise<Run> {
  const began = now();
  const took = new Map<string, number>();
  const leftOut: string[] = [];
  const failures = new Map<string, unknown>();
  const minutesSince = (since: number) => (now() - since) / minuteMs;
  for (const bench of benches) {
    if (minutesSince(began) + bench.minutes > minutes) {
      leftOut.push(bench.name);
      continue;
    }
    const from = now();
    try {
      keep(await bench.run());
    } catch (error) {
      failures.set(bench.name, error);
    }
    took.set(bench.name, minutesSince(from));
  }
  return { took, leftOut, failures };
}
