import { z } from "zod";

import { anonymous } from "@/lib/core/actor";
import { readJsonObject } from "@/lib/http/body";
import { parseInput } from "@/lib/http/validation";
import { requestContext, setTestClock } from "@/lib/process/context";

import { testAnswer } from "../test-answer";

const SetClock = z.strictObject({
  now: z.iso.datetime({ offset: true, error: "Use an instant such as 2026-12-25T08:00:00Z." }),
});

/** The rules' time now. */
export const GET = () =>
  testAnswer(async () => {
    const { clock } = await requestContext(anonymous);
    return { now: clock.now().toISOString(), real: clock.real().toISOString() };
  });

/** Sets the rules' time, from which it runs on. */
export const PUT = (request: Request) =>
  testAnswer(async () => {
    const { now } = parseInput(SetClock, await readJsonObject(request));
    const { db } = await requestContext(anonymous);
    await setTestClock(db, new Date(now));
    return { now: new Date(now).toISOString() };
  });
