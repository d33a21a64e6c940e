import type { Waiting } from "@/components/shell/nav";
import { listBusinesses } from "@/lib/people/businesses";
import { requestQueue } from "@/lib/people/businesses/schema";
import { isAppError } from "@/lib/core/errors";
import { browserRequest, pageError } from "@/lib/http/browser-context";

/** How many businesses wait for an answer: for the navigation. */
export async function waitingAdmin(): Promise<Waiting> {
  try {
    const { ctx } = await browserRequest();
    const { total } = await listBusinesses(ctx, { ...requestQueue, page: 1, limit: 1 });
    return { requests: total };
  } catch (error) {
    // Whoever may not see requests has no business here: the page says so.
    if (isAppError(error)) return {};
    throw pageError(error);
  }
}
