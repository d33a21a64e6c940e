import type { Chance } from "./random";

/** What the owner of a finished booking says of it, so many minutes after its car had charged. */
export interface Opinion {
  readonly score: number;
  /** With words a review waits until somebody has read it. */
  readonly text?: string;
  readonly minutesLater: number;
}

/** Scores by their share, and some words that go with each. */
const scores = [5, 5, 5, 5, 4, 4, 4, 4, 3, 2];
const words: Readonly<Record<number, readonly string[]>> = {
  5: [
    "Easy to find, and charging began within a minute.",
    "Both cables reach, and the bays are lit at night.",
    "My place was free when I came, as booked.",
  ],
  4: [
    "Good place, but the sign at the entrance is small.",
    "Fast enough. The bay beside the pillar is tight for a wide car.",
  ],
  3: ["It charged at about half of what the sign says."],
  2: ["A van stood in the bay. The staff had it moved, but that took ten minutes."],
};

/** An opinion, or none: not everybody has time to say something. Most give a score alone. */
export function opinionOf(chance: Chance): Opinion | null {
  if (chance.next() > 0.9) return null;
  const score = chance.pick(scores);
  const text = chance.next() > 0.85 ? chance.pick(words[score] ?? []) : undefined;
  return { score, text, minutesLater: chance.between(3, 600) };
}
