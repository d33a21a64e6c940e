import { createDatabase } from "@/db/client";
import { isAppError } from "@/lib/core/errors";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import * as bookingDeeds from "./booking-deeds";
import { assertAlike, assertPlaces, assertWays, readStored, type Stored } from "./check";
import type { Model } from "./model";
import type { Operation } from "./operations";
import * as placeDeeds from "./place-deeds";
import * as scheduleDeeds from "./schedule-deeds";
import * as sessionDeeds from "./session-deeds";
import type { Failure } from "./shorten";
import type { Deed, Step } from "./step";
import * as timeDeeds from "./time-deeds";
import { walkUp } from "./walk-up-deeds";
import { makeWorld, type World } from "./world";

const deeds: { [K in Operation["kind"]]: Deed<Extract<Operation, { kind: K }>> } = {
  ...bookingDeeds,
  ...placeDeeds,
  ...scheduleDeeds,
  ...sessionDeeds,
  ...timeDeeds,
  walkUp,
};

/** What a sequence did: how often each operation was done or refused with which code. */
export type Outcomes = Map<string, number>;

/**
 * Runs a sequence against a fresh database and a fresh model, comparing the two after each operation. Null where they
 * agree to the end.
 */
export async function runSequence(
  operations: readonly Operation[],
  outcomes: Outcomes = new Map(),
): Promise<Failure | null> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 4 });
  try {
    const { world, model } = await makeWorld(db);
    let before = await readStored(world);
    for (const [index, operation] of operations.entries()) {
      // Each has an instant of its own, by which its audits are known.
      model.now += 1;
      world.clock.set(new Date(model.now));
      try {
        before = await doOne(operation, model, world, before, outcomes);
      } catch (error) {
        return { index, message: error instanceof Error ? error.message : String(error) };
      }
    }
    return null;
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

async function doOne(
  operation: Operation,
  model: Model,
  world: World,
  before: Stored,
  outcomes: Outcomes,
): Promise<Stored> {
  const deed = deeds[operation.kind] as Deed<Operation>;
  const step = deed(operation, model, world);
  const count = (outcome: string) => {
    const key = `${operation.kind} ${outcome}`;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
  };
  if (!step) {
    count("nothing to do");
    return before;
  }
  const { refusal, answer } = await ask(step);
  if (refusal !== step.refusal) {
    const said = (code: string | null) => code ?? "done";
    throw new Error(`It was ${said(refusal)} and should be ${said(step.refusal)}.`);
  }
  count(refusal ?? "done");
  const after = await readStored(world);
  model.seen = { ...after, judged: new Map() };
  const told = refusal === null ? step.apply(answer as never, after.groupOf) : [];
  world.clock.set(new Date(model.now));
  assertWays(before, after);
  assertPlaces(model, before, after, step.mayCrowd ?? false);
  assertAlike(model, told, after);
  for (const judge of model.seen.judged.values()) judge();
  return after;
}

async function ask(step: Step): Promise<{ refusal: string | null; answer?: unknown }> {
  try {
    return { refusal: null, answer: await step.call() };
  } catch (error) {
    if (isAppError(error)) return { refusal: error.code };
    throw error;
  }
}
