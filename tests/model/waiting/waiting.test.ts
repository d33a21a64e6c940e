import { isDeepStrictEqual } from "node:util";

import * as fc from "fast-check";
import { expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import { isAppError } from "@/lib/core/errors";

import { createTestDatabase, dropTestDatabase } from "../../support/cluster";
import { testStart } from "../../support/world";
import { shorten, type Failure } from "../shorten";
import { deeds, operations, type Operation, type Step } from "./deeds";
import type { Model } from "./model";
import { foretold, makeWorld, readStored, type World } from "./world";

/*
 * Those who wait, against a model: who is offered what, when, in which order, and what becomes of it, whoever joins,
 * leaves, books, moves, cancels or lets it run out while places come and go. `MODEL_SEED` draws the same sequences.
 */
const { MODEL_OPERATIONS, MODEL_SEED } = process.env;
const total = Number(MODEL_OPERATIONS ?? 240);
const seed = MODEL_SEED ? Number(MODEL_SEED) : Math.floor(Math.random() * 2 ** 31);
const perSequence = 120;

async function runSequence(
  sequence: readonly Operation[],
  outcomes: Map<string, number> = new Map(),
): Promise<Failure | null> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 4 });
  try {
    const world = await makeWorld(db);
    const model: Model = { now: testStart.getTime(), places: 2, bookings: [], entries: [] };
    for (const [index, operation] of sequence.entries()) {
      // Each has an instant of its own, by which its audits are known and who came first is said.
      model.now += 1;
      world.clock.set(new Date(model.now));
      const said = await doOne(operation, model, world);
      if (said.wrong) return { index, message: said.wrong };
      const key = `${operation.kind} ${said.outcome}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
    return null;
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

async function doOne(operation: Operation, model: Model, world: World) {
  const deed = deeds[operation.kind] as (
    operation: Operation,
    model: Model,
    world: World,
  ) => Step | null;
  const step = deed(operation, model, world);
  if (!step) return { outcome: "nothing to do" };
  const { refusal, answer } = await ask(step);
  if (refusal !== step.refusal) {
    return { wrong: `${operation.kind} was ${refusal ?? "done"}, not ${step.refusal ?? "done"}.` };
  }
  const told = refusal === null ? step.apply(answer as { id: string }) : [];
  const stored = await readStored(world);
  const wanted = foretold(model, told, stored.slots);
  world.clock.set(new Date(model.now));
  if (isDeepStrictEqual(stored, wanted)) return { outcome: refusal ?? "done" };
  const differing = (Object.keys(wanted) as (keyof typeof wanted)[])
    .map((key) => [
      key,
      wanted[key].filter((line) => !stored[key].includes(line)),
      stored[key].filter((line) => !wanted[key].includes(line)),
    ])
    .filter(([, missing, extra]) => `${missing}${extra}` !== "");
  return {
    wrong: `${operation.kind}: [what, missing, there instead] ${JSON.stringify(differing)}`,
  };
}

async function ask(step: Step): Promise<{ refusal: string | null; answer?: unknown }> {
  try {
    return { refusal: null, answer: await step.call() };
  } catch (error) {
    if (isAppError(error)) return { refusal: error.code };
    throw error;
  }
}

it("whoever waits is served as the model says", async () => {
  const outcomes = new Map<string, number>();
  const numRuns = Math.ceil(total / perSequence);
  let failed: { sequence: readonly Operation[]; failure: Failure } | undefined;
  await fc.check(
    fc.asyncProperty(operations(perSequence), async (sequence) => {
      const failure = await runSequence(sequence, outcomes);
      if (failure) failed = { sequence, failure };
      return failure === null;
    }),
    { seed, numRuns, endOnFailure: true },
  );
  if (failed) {
    const short = await shorten(
      failed.sequence,
      failed.failure,
      (rest) => runSequence(rest),
      60_000,
    );
    throw new Error(`Seed ${seed}: ${short.failure.message}\n${JSON.stringify(short.operations)}`);
  }
  console.log(`Waiting: seed ${seed}, ${JSON.stringify(Object.fromEntries(outcomes))}`);
  // Each of the line's ways was gone.
  for (const way of ["join", "leave", "work", "book", "cancel"]) {
    expect(outcomes.get(`${way} done`) ?? 0, way).toBeGreaterThan(0);
  }
});
