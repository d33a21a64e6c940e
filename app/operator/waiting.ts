import { countWaiting } from "@/components/queue/count-waiting";
import { isAppError } from "@/lib/core/errors";
import { pageError } from "@/lib/http/browser-context";

import { todayQueue } from "./today-queue";

/** How many things wait at the operator's stations: for the navigation and the app's icon. */
export async function waitingToday(): Promise<number> {
  try {
    const queue = await todayQueue();
    return countWaiting(queue, Date.parse(queue.serverTime));
  } catch (error) {
    // Whoever may see no queue has no business here: the page says so.
    if (isAppError(error)) return 0;
    throw pageError(error);
  }
}
