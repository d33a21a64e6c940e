import type { Figure } from "./figures";

/** A reach that is missed today: docs/benchmarks.md says why. */
interface KnownMiss {
  readonly bench: string;
  readonly what: string;
  /** Its value may not fall below that. */
  readonly floor?: number;
  /** Its value may not rise above that. */
  readonly ceiling?: number;
}

const bookings = "bookings over HTTP, 32 connections";
const pages = "pages that everybody sees";

/**
 * As far as their rounds strayed on two cores, and a little more; processor time is told in cheapest answers.
 */
export const knownMisses: readonly KnownMiss[] = [
  ...(
    [
      ["a booking against the cheapest authenticated answer", { floor: 0.2 }],
      ["a booking against auth/me", { floor: 0.35 }],
      ["processor time of web and PostgreSQL for a booking, by round", { ceiling: 4 }],
      ["statements of a booking, in trips to the database, its limit counted", { ceiling: 4 }],
      ["where the station approves by itself against by hand", { ceiling: 1.4 }],
      [
        "64 at once at a slot with 10 places, of which 10 succeed, against 64 spread",
        { ceiling: 2.2 },
      ],
      ["who comes too late and has a place held, against spread", { ceiling: 2 }],
      ["who comes too late and may have none held, against spread", { ceiling: 1.5 }],
    ] as const
  ).map(([what, bound]) => ({ bench: bookings, what, ...bound })),
  { bench: pages, what: "the landing page, made anew", ceiling: 11 },
  { bench: pages, what: "a station, made anew", ceiling: 12.5 },
];

/** What `--strict` fails for, a line each: what is missed and is not known, or strays further than it may. */
export function whatFails(
  figures: readonly Figure[],
  known: readonly KnownMiss[] = knownMisses,
): string[] {
  return figures
    .filter(({ reached }) => reached === false)
    .flatMap((figure) => {
      const { bench, what, value } = figure;
      const told = `${bench}: ${what}: ${figure.figure}; asked: ${figure.reach}`;
      const miss = known.find((one) => one.bench === bench && one.what === what);
      if (!miss) return [told];
      const { floor = -Infinity, ceiling = Infinity } = miss;
      if (value !== undefined && value >= floor && value <= ceiling) return [];
      const most = miss.floor === undefined ? `${ceiling} at most` : `${floor} at least`;
      return [`${told}; a known miss, of which ${most} is let pass`];
    });
}
