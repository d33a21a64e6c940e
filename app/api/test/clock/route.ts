import { z } from "zod";

import { anonymous } from "@/lib/core/actor";
import { instant } from "@/lib/core/fields";
import { readJsonObject } from "@/lib/http/body";
import { parseInput } from "@/lib/http/validation";
import { requestContext, setTestClock } from "@/lib/process/context";

import { testAnswer } from "../test-answer";

const SetClock = z.strictObject({
  now: instant,
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
    await setTestClock(db, now);
    return { now: now.toISOString() };
  });
