import type { RoomJobs } from "@/lib/core/job";

import { cleanWebhooks } from "./clean-webhooks";
import { sendWebhooks } from "./send-webhooks";

/** What this room does by the clock. */
export const jobs = {
  webhooks: { everyMs: 500, run: sendWebhooks },
  "clean-up": { run: cleanWebhooks },
} satisfies RoomJobs;
