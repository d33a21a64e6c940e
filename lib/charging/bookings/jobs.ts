import type { RoomJobs } from "@/lib/core/job";

import { extendWalkUps } from "./extend-walk-ups";
import { markNoShows } from "./mark-no-shows";
import { reconcileReserved } from "./reconcile-reserved";
import { rejectUnreviewed } from "./reject-unreviewed";

/** What this room does by the clock. */
export const jobs = {
  "no-show": { everyMs: 15_000, run: markNoShows },
  unreviewed: { everyMs: 15_000, run: rejectUnreviewed },
  "walk-ups": { everyMs: 15_000, run: extendWalkUps },
  reconcile: {
    cron: "7 * * * *",
    // Every difference is an error of ours: it is put right, and said (architecture.md, Concurrency).
    run: async (ctx, report) => {
      const { stations, differences } = await reconcileReserved(ctx);
      for (const difference of differences) {
        report({ ...difference }, "a slot counted its bookings wrongly");
      }
      return { stations, differences: differences.length };
    },
  },
} satisfies RoomJobs;
