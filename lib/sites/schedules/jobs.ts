import type { RoomJobs } from "@/lib/core/job";

import { cleanSlots } from "./clean-slots";
import { refreshSlots } from "./refresh-slots";

/** What this room does by the clock. */
export const jobs = {
  slots: {
    cron: "*/15 * * * *",
    onStart: true,
    run: async (ctx) => ({ ...(await refreshSlots(ctx)) }),
  },
  "clean-up": { run: cleanSlots },
} satisfies RoomJobs;
