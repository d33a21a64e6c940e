import type { Waiting } from "@/components/shell/nav";
import { listBusinesses } from "@/lib/people/businesses";
import { requestQueue } from "@/lib/people/businesses/schema";
import { waitingExceptions } from "@/app/_console/exceptions/waiting-exceptions";
import { isAppError } from "@/lib/core/errors";
import { browserRequest, pageError } from "@/lib/http/browser-context";

/** How many businesses wait for an answer, and how many refused acts nobody settled: for the navigation. */
export async function waitingAdmin(): Promise<Waiting> {
  try {
    const { ctx } = await browserRequest();
    const [requests, exceptions] = await Promise.all([
      listBusinesses(ctx, { ...requestQueue, page: 1, limit: 1 }),
      waitingExceptions(ctx),
    ]);
    return { requests: requests.total, exceptions };
  } catch (error) {
    // Whoever may not see requests has no business here: the page says so.
    if (isAppError(error)) return {};
    throw pageError(error);
  }
}
