import type { RoomJobs } from "@/lib/core/job";

import { cleanEvents } from "./clean-events";
import { deliverEvents } from "./deliver-events";

/** What this room does by the clock. */
export const jobs = {
  outbox: { everyMs: 500, run: (ctx) => deliverEvents(ctx) },
  "clean-up": { run: cleanEvents },
} satisfies RoomJobs;
