import type { RoomJobs } from "@/lib/core/job";

import { sweepStrays } from "./sweep-strays";
import { sweepUploads } from "./sweep-uploads";

/** What this room does by the clock. */
export const jobs = {
  "upload-sweep": { cron: "23 * * * *", run: sweepUploads },
  "stray-sweep": { cron: "41 3 * * *", run: sweepStrays },
} satisfies RoomJobs;
