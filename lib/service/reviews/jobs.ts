import type { RoomJobs } from "@/lib/core/job";

import { recountRatings } from "./recount-ratings";

/** What this room does by the clock. */
export const jobs = {
  ratings: {
    cron: "17 * * * *",
    // Every difference is an error of ours: it is put right, and said.
    run: async (ctx, report) => {
      const differences = await recountRatings(ctx);
      for (const difference of differences) {
        report({ ...difference }, "a station's rating was not what its reviews say");
      }
      return { differences: differences.length };
    },
  },
} satisfies RoomJobs;
