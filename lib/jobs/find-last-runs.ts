import { desc, eq, sql } from "drizzle-orm";

import { jobRuns } from "@/db/schema/jobs";
import type { Context } from "@/lib/core/context";

import { jobNames } from "./jobs";

export type LastRun = typeof jobRuns.$inferSelect;

/** The run of each of the worker's jobs that began last; none of a job that never ran. One look into an index a job. */
export async function findLastRuns(ctx: Context): Promise<LastRun[]> {
  const last = ctx.db
    .select()
    .from(jobRuns)
    .where(eq(jobRuns.name, sql`job.name`))
    .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
    .limit(1)
    .as("last");
  const rows = await ctx.db
    .select({ last: last._.selectedFields })
    .from(sql`unnest(${`{${jobNames.join(",")}}`}::text[]) as job(name)`)
    .crossJoinLateral(last);
  return rows.map((row) => row.last);
}
