import type { RoomJobs } from "@/lib/core/job";

import { cleanCredentials } from "./clean-credentials";

/** What this room does by the clock. */
export const jobs = {
  "clean-up": { run: cleanCredentials },
} satisfies RoomJobs;
