import { cache } from "react";

import { readQueue } from "@/lib/charging/queue";
import type { QueueView } from "@/lib/charging/queue/schema";
import { browserRequest } from "@/lib/http/browser-context";

/** The queue of all the operator's stations; frame and page of one request ask for it once. */
export const todayQueue = cache(async (): Promise<QueueView> =>
  readQueue((await browserRequest()).ctx, {}),
);
