import { minuteMs } from "@/lib/core/durations";
import type { RoomJobs } from "@/lib/core/job";

import { mailReports } from "./mail-reports";
import { rollDays } from "./roll-days";

/** What this room does by the clock. */
export const jobs = {
  "report-days": { everyMs: 15_000, onStart: true, run: rollDays },
  "report-mails": { everyMs: minuteMs, run: mailReports },
} satisfies RoomJobs;
