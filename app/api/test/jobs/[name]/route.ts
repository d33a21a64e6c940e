import { anonymous } from "@/lib/core/actor";
import { fail } from "@/lib/core/errors";
import { jobNames } from "@/lib/jobs/jobs";
import { runJob } from "@/lib/jobs/run-job";
import { requestContext } from "@/lib/process/context";

import { testAnswer } from "../../test-answer";

/** Runs a job of the worker now, and answers what it did. */
export const POST = (_request: Request, context: { params: Promise<{ name: string }> }) =>
  testAnswer(async () => {
    const { name } = await context.params;
    const job = jobNames.find((known) => known === name);
    if (!job) throw fail("request.not_found");
    return runJob(await requestContext(anonymous), job);
  });
