import type { RoomJobs } from "@/lib/core/job";

import { serveWaiting } from "./serve-waiting";

/** What this room does by the clock. */
export const jobs = { waiting: { everyMs: 2_000, run: serveWaiting } } satisfies RoomJobs;
