import * as fc from "fast-check";
import { expect, it } from "vitest";

import { type Operation, sequences } from "./operations";
import { lastRefused, remembered } from "./remembered-sequences";
import { type Outcomes, runSequence } from "./run";
import { shorten } from "./shorten";

/*
 * quality.md, Reliability 1: random sequences of what several actors do with stations, schedules, holds, outages,
 * bookings and sessions while the clock moves, against a model of a few pages. A failure prints its seed and a short
 * sequence: `MODEL_SEED=… npm run test:model` draws the same ones, `MODEL_SEQUENCE='[…]' npm run test:model` runs it.
 */
const { MODEL_OPERATIONS, MODEL_SEED, MODEL_SEQUENCE } = process.env;
const total = Number(MODEL_OPERATIONS ?? 600);
const seed = MODEL_SEED ? Number(MODEL_SEED) : Math.floor(Math.random() * 2 ** 31);
const perSequence = 120;
const shorteningMs = 60_000;

it.skipIf(MODEL_SEQUENCE)(
  "does what the model says, whoever does what in which order",
  async () => {
    const outcomes: Outcomes = new Map();
    const numRuns = Math.ceil(total / perSequence);
    const result = await fc.check(
      fc.asyncProperty(sequences(perSequence), async (operations) => {
        const failure = await runSequence(operations, outcomes);
        if (failure) throw new Error(failure.message);
      }),
      { seed, numRuns, endOnFailure: true },
    );
    const done = [...outcomes].filter(([key]) => key.endsWith(" done"));
    const sum = (list: readonly [string, number][]) => list.reduce((all, [, n]) => all + n, 0);
    console.log(
      `Model: seed ${seed}, ${sum([...outcomes])} operations in ${result.numRuns} sequences, ${sum(done)} of them done.`,
    );
    if (process.env.MODEL_OUTCOMES) console.log([...outcomes].toSorted());
    if (result.counterexample) throw new Error(await explain(result.counterexample[0]));
    expect(result.failed).toBe(false);
  },
);

/** Why a sequence fails, and a short one that does. */
async function explain(operations: readonly Operation[]): Promise<string> {
  const failure = await runSequence(operations);
  if (!failure) return `Seed ${seed}: a sequence failed once and not again.`;
  const short = await shorten(operations, failure, (rest) => runSequence(rest), shorteningMs);
  return [
    `Seed ${seed}: after ${short.operations.length} operations: ${short.failure.message}`,
    `MODEL_SEQUENCE='${JSON.stringify(short.operations)}' npm run test:model`,
  ].join("\n");
}

it.each(Object.entries(remembered))(
  "still does what it must where %s",
  async (name, operations) => {
    const outcomes: Outcomes = new Map();
    expect(await runSequence(operations, outcomes)).toBeNull();
    // They say what they are to say only where all of it can be done.
    const notDone = [...outcomes.keys()].filter((key) => !key.endsWith(" done"));
    expect(notDone).toEqual(name in lastRefused ? [lastRefused[name]] : []);
  },
);

it.runIf(MODEL_SEQUENCE)("does what the model says in the sequence that is given", async () => {
  const operations = JSON.parse(MODEL_SEQUENCE ?? "[]") as Operation[];
  expect(await runSequence(operations)).toBeNull();
});
