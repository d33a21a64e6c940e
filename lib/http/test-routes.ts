import { z } from "zod";

import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { fail } from "@/lib/core/errors";
import { jobNames } from "@/lib/jobs/jobs";
import { runJob } from "@/lib/jobs/run-job";

import { hasTestClock, requestContext, setTestClock } from "@/lib/process/context";
import { readJsonObject } from "./body";
import { errorResponse } from "./refusal";
import { parseInput } from "./validation";

const SetClock = z.strictObject({
  now: z.iso.datetime({ offset: true, error: "Use an instant such as 2026-12-25T08:00:00Z." }),
});

/** Runs a test route's work; without TEST_CLOCK=1 there is no such route. */
async function answer(work: () => Promise<unknown>): Promise<Response> {
  const requestId = newId();
  try {
    if (!hasTestClock()) throw fail("request.not_found");
    return Response.json({ success: true, data: await work() });
  } catch (error) {
    return errorResponse(error, requestId);
  }
}

/** The rules' time now. */
export const readTestClock = () =>
  answer(async () => {
    const { clock } = await requestContext(anonymous);
    return { now: clock.now().toISOString(), real: clock.real().toISOString() };
  });

/** Sets the rules' time, from which it runs on. */
export const moveTestClock = (request: Request) =>
  answer(async () => {
    const { now } = parseInput(SetClock, await readJsonObject(request));
    const { db } = await requestContext(anonymous);
    await setTestClock(db, new Date(now));
    return { now: new Date(now).toISOString() };
  });

/** Runs a job of the worker now, and answers what it did. */
export const runTestJob = (_request: Request, context: { params: Promise<{ name: string }> }) =>
  answer(async () => {
    const { name } = await context.params;
    const job = jobNames.find((known) => known === name);
    if (!job) throw fail("request.not_found");
    return runJob(await requestContext(anonymous), job);
  });
