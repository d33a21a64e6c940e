import type { RoomJobs } from "@/lib/core/job";

import { eraseDue } from "./erase-due";
import { warnOfErasure } from "./warn-of-erasure";
import { cleanCredentials } from "./clean-credentials";

/** What this room does by the clock. */
export const jobs = {
  "clean-up": { run: cleanCredentials },
  // Once a day, where the least happens.
  "erase-warnings": { cron: "7 * * * *", run: warnOfErasure },
  erase: { cron: "37 3 * * *", run: eraseDue },
} satisfies RoomJobs;
