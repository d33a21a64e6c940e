import type { RoomJobs } from "@/lib/core/job";

import { sealAudits } from "./seal-audits";

/** What this room does by the clock. */
export const jobs = {
  seal: { everyMs: 5_000, run: sealAudits },
} satisfies RoomJobs;
