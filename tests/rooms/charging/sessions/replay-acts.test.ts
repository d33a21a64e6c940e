import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { lastOf, replayActs, withAct, type SessionAct } from "@/lib/charging/sessions/replay-acts";

const kinds = ["Start", "Pause", "Resume", "End"] as const;
const act = (kind: SessionAct["kind"], at: number): SessionAct => ({ kind, at: new Date(at) });

/** What one phone does to a session, in order: a start, pauses that end, perhaps an end; no two in one millisecond. */
const story = fc
  .record({
    gaps: fc.array(fc.integer({ min: 1, max: 3_600_000 }), { minLength: 1, maxLength: 9 }),
    ends: fc.boolean(),
  })
  .map(({ gaps, ends }) => {
    let at = 0;
    return gaps.map((gap, index) => {
      at += gap;
      const isEnd = ends && index > 0 && index === gaps.length - 1;
      if (index === 0) return act("Start", at);
      if (isEnd) return act("End", at);
      return act(index % 2 ? "Pause" : "Resume", at);
    });
  });
const shuffled = story.chain((acts) =>
  fc.record({
    acts: fc.constant(acts),
    order: fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
  }),
);
/** Whatever two confused phones may tell, some of it in the same millisecond. */
const anything = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min: 0, max: 12 }).map((at) => new Date(at)),
  }),
  { maxLength: 20 },
);

describe("acts on one session", () => {
  it("make the times that they tell, in the order in which they were done", () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { times, refused } = replayActs(acts);
        expect(refused).toEqual([]);
        expect(times?.startedAt).toEqual(acts[0]?.at);
        expect(times && lastOf(times)).toEqual(acts.at(-1)?.at);
        const paused = acts.filter(({ kind }) => kind === "Pause").map(({ at }) => at);
        expect(times?.pauses.map(({ pausedAt }) => pausedAt)).toEqual(paused);
      }),
    );
  });

  it("make the same times in any order of arrival, or are told to be refused", () => {
    fc.assert(
      fc.property(shuffled, ({ acts, order }) => {
        const { times, refused } = replayActs(order);
        if (refused.length === 0) expect(times).toEqual(replayActs(acts).times);
        // What stands makes the same times in the order in which it was done.
        const gone = new Set(refused.map((one) => one.act));
        const standing = acts.filter((one) => !gone.has(one));
        expect(replayActs(standing)).toEqual({ times, refused: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("never go back, overlap or stand twice, whatever is told", () => {
    fc.assert(
      fc.property(anything, (acts) => {
        const { times, refused } = replayActs(acts);
        const isStarted = acts.some(({ kind }) => kind === "Start");
        expect(times !== null).toBe(isStarted);
        if (!times) return;
        const instants = [
          times.startedAt,
          ...times.pauses.flatMap(({ pausedAt, resumedAt }) => [pausedAt, resumedAt ?? pausedAt]),
          ...(times.endedAt ? [times.endedAt] : []),
        ].map(Number);
        expect(instants).toEqual(instants.toSorted((one, other) => one - other));
        const open = times.pauses.filter(({ resumedAt }) => resumedAt === null);
        expect(open.length).toBeLessThanOrEqual(times.endedAt ? 0 : 1);
        const ends = acts.filter(({ kind }) => kind === "End").length;
        const refusedEnds = refused.filter(({ act: { kind } }) => kind === "End").length;
        expect(ends - refusedEnds).toBe(times.endedAt ? 1 : 0);
        // No pause is known twice by its beginning, which is its key.
        expect(new Set(times.pauses.map(({ pausedAt }) => pausedAt.getTime())).size).toBe(
          times.pauses.length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [[act("Pause", 1)], "not_started"],
    [[act("Start", 1), act("Start", 2)], "started"],
    [[act("Start", 5), act("End", 4)], "before_last"],
    [[act("Start", 1), act("Pause", 9), act("End", 8)], "before_last"],
    [[act("Start", 1), act("Pause", 2), act("Pause", 3)], "paused"],
    [[act("Start", 1), act("Resume", 2)], "running"],
    [[act("Start", 1), act("End", 2), act("Pause", 2)], "ended"],
  ])("%# tell why one does not stand", (acts, why) => {
    expect(replayActs(acts).refused).toEqual([{ act: acts.at(-1), why }]);
  });

  it("end a pause that goes on, and take one that is resumed and paused again at once for one stretch", () => {
    const paused = replayActs([act("Start", 1), act("Pause", 2)]).times;
    expect(withAct(paused, act("End", 5))).toMatchObject({
      pauses: [{ pausedAt: new Date(2), resumedAt: new Date(5) }],
      endedAt: new Date(5),
    });
    const again = [act("Start", 1), act("Pause", 2), act("Resume", 2), act("Pause", 2)];
    expect(replayActs(again).times?.pauses).toEqual([{ pausedAt: new Date(2), resumedAt: null }]);
  });
});
