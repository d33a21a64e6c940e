import type { Context } from "@/lib/core/context";
import type { Counts, Job, RoomJobs } from "@/lib/core/job";
import { logger } from "@/lib/process/log";
import { roomJobs, type RoomJobName } from "@/lib/process/room-parts";

import { cleanRecords } from "./clean-records";

export type { Counts } from "@/lib/core/job";

/** What belongs to no room. */
const ownJobs = { "clean-up": { cron: "37 * * * *", run: cleanRecords } } satisfies RoomJobs;

export type JobName = RoomJobName | keyof typeof ownJobs;

/** A job of the worker, put together of its parts. */
export interface WorkerJob extends Omit<Job, "run"> {
  readonly run: (ctx: Context) => Promise<Counts>;
}

/** The jobs as their rooms name them, a list a room: of one name there may be several parts. */
export const jobLists: readonly RoomJobs[] = [ownJobs, ...roomJobs];

/** Every job by name, in the order of the alphabet. One that several rooms name does what each of them does. */
export const jobs = joinJobs(jobLists);
export const jobNames = Object.keys(jobs) as JobName[];

/** Throws at start for a job that has no time to run at, or two. */
function joinJobs(lists: readonly RoomJobs[]): Readonly<Record<JobName, WorkerJob>> {
  const parts = Map.groupBy(
    lists.flatMap((list) => Object.entries<Job>(list)),
    ([name]) => name,
  );
  const joined = [...parts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, named]) => [
      name,
      joinParts(
        name,
        named.map(([, job]) => job),
      ),
    ]);
  return Object.fromEntries(joined) as Record<JobName, WorkerJob>;
}

function joinParts(name: string, parts: readonly Job[]): WorkerJob {
  const timed = parts.filter(({ cron, everyMs }) => cron ?? everyMs);
  const [first] = timed;
  if (!first || timed.length > 1) throw new Error(`${name}: ${timed.length} times to run at.`);
  const report = (facts: object, words: string) => logger.error({ job: name, ...facts }, words);
  const run = async (ctx: Context) => {
    const counts: Record<string, number> = {};
    for (const part of parts) Object.assign(counts, await part.run(ctx, report));
    return counts;
  };
  return { ...first, run };
}

/** Whether a text names a job. */
export function isJobName(text: string): text is JobName {
  return Object.hasOwn(jobs, text);
}
