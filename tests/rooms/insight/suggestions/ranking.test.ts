import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { chooseRuns, type BookingLimits, type Wanted } from "@/lib/insight/suggestions/choose-runs";
import {
  countAlike,
  habitValue,
  learnHabits,
  type OwnSession,
} from "@/lib/insight/suggestions/learn-habits";
import { makeClocks } from "@/lib/insight/suggestions/read-clocks";
import { rankRuns, type Candidate } from "@/lib/insight/suggestions/rank-runs";
import {
  comparePrices,
  divideWhole,
  mostPoints,
  priceValue,
  reliabilityValue,
  windowOf,
} from "@/lib/insight/suggestions/rules";
import { partName } from "@/lib/insight/suggestions/schema";
import type { FreeSlot } from "@/lib/insight/suggestions/store/free-slots";

import { hours, minutes } from "../../../support/test-clock";

/** A Monday, 08:00 in New York. */
const now = new Date("2026-06-01T12:00:00Z");
const timeZone = "America/New_York";
const after = (ms: number) => new Date(now.getTime() + ms);

const slot = (startHours: number, capacity = 4, reserved = 0, length = 1): FreeSlot => ({
  startsAt: after(hours(startHours)),
  endsAt: after(hours(startHours + length)),
  capacity,
  reserved,
});

const candidate = (id: string, set: Partial<Candidate> = {}): Candidate => ({
  id,
  timeZone,
  metres: 5_000,
  currency: "USD",
  totalMinor: 1_000,
  ended: 0,
  good: 0,
  runs: [[slot(1)]],
  ...set,
});

/** A session of an hour that began so many days before now, at the same hour unless `hour` hours later. */
const session = (stationId: string, daysBefore: number, hour = 0): OwnSession => {
  const startedAt = after(hours(hour - 24 * daysBefore));
  const endedAt = new Date(startedAt.getTime() + hours(1));
  return { stationId, timeZone, startedAt, endedAt, energyWh: 20_000 };
};

const rank = (candidates: readonly Candidate[], sessions: readonly OwnSession[] = []) => {
  const readClock = makeClocks();
  return rankRuns(candidates, learnHabits(sessions, readClock), readClock);
};
const order = (...args: Parameters<typeof rank>) => rank(...args).map((one) => one.candidate.id);

describe("points", () => {
  it("scales what is left of the weights to 100, whole", () => {
    expect(mostPoints(partName.options)).toEqual([26, 21, 21, 21, 11]);
    expect(mostPoints(["distance", "price", "room", "reliability"])).toEqual([33, 27, 27, 13]);
  });

  it("gives what is left to the largest remainders, of equal ones to the first", () => {
    expect(divideWhole([1.5, 1.5, 1], 4)).toEqual([2, 1, 1]);
    expect(divideWhole([0.2, 0.7, 0.1], 1)).toEqual([0, 1, 0]);
  });

  it("values a price among those of the currency that most have", () => {
    const prices = comparePrices([
      { currency: "USD", totalMinor: 500 },
      { currency: "NPR", totalMinor: 90_000 },
      { currency: "USD", totalMinor: 1_500 },
    ]);
    expect(prices).toEqual({ currency: "USD", leastMinor: 500, mostMinor: 1_500 });
    if (!prices) return;
    expect(priceValue({ currency: "USD", totalMinor: 500 }, prices)).toBe(1);
    expect(priceValue({ currency: "USD", totalMinor: 1_250 }, prices)).toBe(0.25);
    expect(priceValue({ currency: "NPR", totalMinor: 1 }, prices)).toBe(0.5);
    const alone = { currency: "USD", leastMinor: 7, mostMinor: 7 };
    expect(priceValue({ currency: "USD", totalMinor: 7 }, alone)).toBe(1);
  });

  it("knows nothing of a station without sessions, and more of one with many", () => {
    expect(reliabilityValue({ ended: 0, good: 0 })).toBe(0.5);
    expect(reliabilityValue({ ended: 1, good: 0 })).toBeCloseTo(1 / 3);
    expect(reliabilityValue({ ended: 98, good: 98 })).toBe(0.99);
  });
});

describe("habits", () => {
  const readClock = makeClocks();

  it("takes 60 minutes and 20 kWh from who has no session, and the middle one from who has some", () => {
    expect(learnHabits([], readClock)).toMatchObject({
      minutes: 60,
      energyWh: 20_000,
      sessions: 0,
    });
    const of = (length: number, energyWh: number | null) => {
      const one = session("a", 1);
      return { ...one, energyWh, endedAt: new Date(one.startedAt.getTime() + minutes(length)) };
    };
    const habits = learnHabits([of(200, 9_000), of(30, null), of(45, 30_020)], readClock);
    expect(habits).toMatchObject({ minutes: 45, energyWh: 19_500 });
  });

  it("counts times within an hour on such a day, across midnight too", () => {
    // Mondays, 08:00; the third on a Sunday.
    const habits = learnHabits(
      [session("a", 7), session("a", 14, 1), session("a", 8), session("b", 7, -9)],
      readClock,
    );
    const alike = (hour: number, days = 0) =>
      countAlike(habits, readClock(after(hours(hour + 24 * days)), timeZone));
    expect(alike(0)).toBe(2);
    expect(alike(2)).toBe(1);
    expect(alike(0, 5)).toBe(1);
    // 23:00 on a Sunday was one; a Sunday's 00:00 lies within the hour of it on the clock's round.
    expect(alike(-8, 6)).toBe(1);
    expect(alike(-7, 5)).toBe(0);
    expect(habitValue(habits, "a", 2)).toBe(0.75);
    expect(habitValue(habits, "b", 0)).toBeCloseTo(1 / 6);
  });
});

describe("times", () => {
  const limits: BookingLimits = {
    slotMinutes: 60,
    maxSlotsPerBooking: 4,
    leadMinutes: 0,
    maxDaysAhead: 7,
  };
  const wanted: Wanted = {
    minutes: 90,
    isAsked: true,
    window: windowOf({}, now),
    busy: [],
  };
  const starts = (
    slots: readonly FreeSlot[],
    set: Partial<Wanted> = {},
    limit: Partial<BookingLimits> = {},
  ) =>
    chooseRuns(slots, { ...limits, ...limit }, { ...wanted, ...set }, now).map(
      ([first]) => ((first?.startsAt.getTime() ?? 0) - now.getTime()) / hours(1),
    );
  const day = [1, 2, 3, 4, 5].map((hour) => slot(hour));

  it("looks at 48 hours at most, and at nothing that is over", () => {
    expect(windowOf({}, now)).toEqual({ from: now, to: after(hours(48)) });
    expect(windowOf({ from: after(-1), to: after(hours(99)) }, now)).toEqual(windowOf({}, now));
    const asked = { from: after(hours(60)), to: after(hours(61)) };
    expect(windowOf(asked, now)).toEqual(asked);
  });

  it("takes whole slots with a place in each, within the window", () => {
    expect(starts(day)).toEqual([1, 2, 3, 4]);
    expect(starts(day.with(2, slot(3, 2, 2)))).toEqual([1, 4]);
    expect(starts(day.toSpliced(2, 1))).toEqual([1, 4]);
    const window = { from: after(hours(2)), to: after(hours(5)) };
    expect(starts(day, { window })).toEqual([2, 3]);
  });

  it("takes nothing that could not be booked now", () => {
    expect(starts(day, {}, { leadMinutes: 121 })).toEqual([3, 4]);
    expect(starts([slot(0), ...day])).toEqual([1, 2, 3, 4]);
    const busy = [{ startsAt: after(hours(2.5)), endsAt: after(hours(3)) }];
    expect(starts(day, { busy })).toEqual([3, 4]);
    expect(
      starts(
        [slot(47), slot(48)],
        { window: windowOf({ from: after(hours(30)) }, now) },
        { maxDaysAhead: 1 },
      ),
    ).toEqual([]);
  });

  it("cuts a habit to what the station allows, and nothing that was asked for", () => {
    expect(starts(day, { minutes: 300 })).toEqual([]);
    expect(starts(day, { minutes: 300, isAsked: false })).toEqual([1, 2]);
  });
});

describe("ranks", () => {
  const used = [session("a", 7), session("b", 14), session("c", 21)];

  // The same two but for the one part, in which b is better; without it a comes first by its id.
  test.each([
    ["distance", { metres: 10_000 }, { metres: 2_000 }],
    ["price", { totalMinor: 1_200 }, { totalMinor: 800 }],
    ["room", { runs: [[slot(1, 4, 3)]] }, { runs: [[slot(1, 4, 1)]] }],
    ["reliability", { ended: 20, good: 10 }, { ended: 20, good: 20 }],
  ] as const)("moves by %s alone", (_, worse, better) => {
    expect(order([candidate("a"), candidate("b")])).toEqual(["a", "b"]);
    expect(order([candidate("a", worse), candidate("b", better)])).toEqual(["b", "a"]);
    expect(order([candidate("a", better), candidate("b", worse)])).toEqual(["a", "b"]);
  });

  it("moves by habit alone, from three own sessions on", () => {
    const two = [candidate("a"), candidate("b")];
    expect(order(two, used)).toEqual(["a", "b"]);
    expect(order(two, [...used, session("b", 28)])).toEqual(["b", "a"]);
    expect(order(two, [session("b", 7), session("b", 14)])).toEqual(["a", "b"]);
    const names = (sessions: readonly OwnSession[]) =>
      rank(two, sessions)[0]?.parts.map(({ name }) => name);
    expect(names(used)).toContain("habit");
    expect(names(used.slice(1))).not.toContain("habit");
  });

  it("takes the station's best time, by room and habit", () => {
    const runs = [[slot(1, 4, 3)], [slot(2, 4, 0)], [slot(3, 4, 0)]];
    const best = (sessions: readonly OwnSession[]) =>
      rank([candidate("a", { runs })], sessions)[0]?.startsAt;
    expect(best([])).toEqual(after(hours(2)));
    expect(best([session("a", 7, 4), session("a", 14, 4), session("a", 21, 4)])).toEqual(
      after(hours(3)),
    );
  });

  it("tells the fullest of a run's slots", () => {
    const runs = [[slot(1, 4, 1), slot(2, 2, 1), slot(3, 8, 1)]];
    expect(rank([candidate("a", { runs })])[0]).toMatchObject({ free: 1, capacity: 2 });
  });

  it("sets the sooner before the nearer, and that before the id", () => {
    const later = candidate("a", { runs: [[slot(2)]], metres: 5_000 });
    const further = candidate("b", { metres: 5_001 });
    expect(order([later, further, candidate("d"), candidate("c")])).toEqual(["c", "d", "b", "a"]);
  });

  it("compares prices among those alone that have a time, and shows five", () => {
    const full = candidate("z", { runs: [], totalMinor: 1 });
    expect(rank([candidate("a", { totalMinor: 900 }), full])[0]?.prices.leastMinor).toBe(900);
    expect(order([full])).toEqual([]);
    expect(order([..."abcdefg"].map((id) => candidate(id)))).toHaveLength(5);
  });

  it("answers a fixed world always the same", () => {
    const world = [
      candidate("a", { metres: 1_200, totalMinor: 1_100, ended: 40, good: 38 }),
      candidate("b", { metres: 9_000, totalMinor: 700, runs: [[slot(1, 4, 2)], [slot(9, 4, 1)]] }),
      candidate("c", {
        metres: 300,
        totalMinor: 1_500,
        ended: 3,
        good: 1,
        runs: [[slot(4, 2, 1)]],
      }),
    ];
    const sessions = [
      session("b", 3, 9),
      session("b", 10, 9),
      session("a", 12),
      session("b", 17, 9),
    ];
    const told = () =>
      rank(world, sessions).map(({ candidate: { id }, startsAt, score, parts }) => ({
        id,
        at: (startsAt.getTime() - now.getTime()) / hours(1),
        score,
        points: parts.map(({ points }) => points),
      }));
    // Of 26, 21, 21, 21 and 11: b's are 16.64, 21, 15.75, 18.375 and 5.5.
    expect(told()).toEqual([
      { id: "b", at: 9, score: 77, points: [17, 21, 16, 18, 5] },
      { id: "a", at: 1, score: 73, points: [25, 11, 21, 6, 10] },
      { id: "c", at: 4, score: 41, points: [26, 0, 11, 0, 4] },
    ]);
    expect(told()).toEqual(told());
  });
});

const someRun = fc
  .record({ from: fc.integer({ min: 1, max: 40 }), capacity: fc.integer({ min: 1, max: 7 }) })
  .chain(({ from, capacity }) =>
    fc
      .tuple(fc.nat(capacity - 1), fc.nat(capacity - 1))
      .map((reserved) => reserved.map((taken, at) => slot(from + at, capacity, taken))),
  );
const someCandidate = fc
  .record({
    metres: fc.nat(25_000),
    totalMinor: fc.nat(5_000),
    currency: fc.constantFrom("USD", "USD", "NPR"),
    outcomes: fc
      .nat(30)
      .chain((ended) => fc.record({ ended: fc.constant(ended), good: fc.nat(ended) })),
    runs: fc.array(someRun, { maxLength: 6 }),
  })
  .map(({ outcomes, ...rest }) => ({ ...rest, ...outcomes }));
const someWorld = fc.record({
  stations: fc.array(someCandidate, { minLength: 1, maxLength: 9 }),
  sessions: fc.array(
    fc
      .tuple(fc.nat(9), fc.integer({ min: 1, max: 170 }), fc.nat(23))
      .map(([station, days, hour]) => session(`station-${station}`, days, hour)),
    { maxLength: 6 },
  ),
});

test("parts sum to the score, within what each can give, in 1,000 random worlds", () => {
  fc.assert(
    fc.property(someWorld, ({ stations, sessions }) => {
      const candidates = stations.map((set, at) => candidate(`station-${at}`, set));
      const ranked = rank(candidates, sessions);
      expect(ranked).toHaveLength(
        Math.min(5, candidates.filter(({ runs }) => runs.length > 0).length),
      );
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      for (const { score, parts } of ranked) {
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(parts.reduce((sum, one) => sum + one.of, 0)).toBe(100);
        for (const { points, of } of parts) {
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(of);
        }
      }
    }),
    { numRuns: 1_000, seed: 12 },
  );
});
