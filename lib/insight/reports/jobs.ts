import type { RoomJobs } from "@/lib/core/job";

import { rollDays } from "./roll-days";

/** What this room does by the clock. */
export const jobs = {
  "report-days": { everyMs: 15_000, onStart: true, run: rollDays },
} satisfies RoomJobs;
