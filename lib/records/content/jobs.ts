import type { RoomJobs } from "@/lib/core/job";

import { supersedeContent } from "./supersede-content";

/** What this room does by the clock. */
export const jobs = {
  supersede: { cron: "*/5 * * * *", onStart: true, run: supersedeContent },
} satisfies RoomJobs;
