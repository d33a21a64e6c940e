import type { RoomJobs } from "@/lib/core/job";

import { cleanInbox } from "./clean-inbox";

/** What this room does by the clock. */
export const jobs = { "clean-up": { run: cleanInbox } } satisfies RoomJobs;
