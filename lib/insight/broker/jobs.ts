import type { RoomJobs } from "@/lib/core/job";

import { relayEvents } from "./relay-events";

/** What this room does by the clock. */
export const jobs = {
  broker: { everyMs: 500, run: (ctx) => relayEvents(ctx) },
} satisfies RoomJobs;
