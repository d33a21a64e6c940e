import { newId } from "@/lib/core/ids";
import { fail } from "@/lib/core/errors";
import { errorResponse } from "@/lib/http/refusal";
import { hasTestClock } from "@/lib/process/context";

/** Runs a test route's work and answers its result; without TEST_CLOCK=1 there is no such route. */
export async function testAnswer(work: () => Promise<unknown>): Promise<Response> {
  const requestId = newId();
  try {
    if (!hasTestClock()) throw fail("request.not_found");
    return Response.json({ success: true, data: await work() });
  } catch (error) {
    return errorResponse(error, requestId);
  }
}
