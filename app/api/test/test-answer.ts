import { newId } from "@/lib/core/ids";
import { fail } from "@/lib/core/errors";
import { errorResponse } from "@/lib/http/refusal";
import { hasTestClock } from "@/lib/process/context";
import { defaultLocale } from "@/lib/words/say";

/** Runs a test route's work and answers its result; without TEST_CLOCK=1 there is no such route. */
export async function testAnswer(work: () => Promise<unknown>): Promise<Response> {
  try {
    if (!hasTestClock()) throw fail("request.not_found");
    return Response.json({ success: true, data: await work() });
  } catch (error) {
    return errorResponse(error, { requestId: newId(), locale: defaultLocale });
  }
}
