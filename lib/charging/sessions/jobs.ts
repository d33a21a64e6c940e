import type { RoomJobs } from "@/lib/core/job";

import { movePhotos } from "./move-photos";

/** What this room does by the clock. */
export const jobs = {
  "photo-move": { cron: "51 * * * *", onStart: true, run: movePhotos },
} satisfies RoomJobs;
