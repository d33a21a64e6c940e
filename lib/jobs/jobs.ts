import { cleanCredentials } from "@/lib/people/accounts";
import { markNoShows, reconcileReserved, rejectUnreviewed } from "@/lib/charging/bookings";
import type { Context } from "@/lib/core/context";
import { carriers } from "@/lib/process/carriers";
import type { JobName as Worker } from "@/lib/words";
import { logger } from "@/lib/process/log";
import { sendMessages } from "@/lib/insight/notifications";
import { cleanEvents, deliverEvents } from "@/lib/records/outbox";
import { cleanSlots, refreshSlots } from "@/lib/sites/schedules";

import { cleanRecords } from "./clean-records";
import { handleEvent } from "./handle-event";

/** What a run did, by name. */
export type Counts = Readonly<Record<string, number>>;

/** Every difference is an error of ours: it is put right, and said (architecture.md, Concurrency). */
async function reconcile(ctx: Context): Promise<Counts> {
  const { stations, differences } = await reconcileReserved(ctx);
  for (const difference of differences) {
    logger.error({ job: "reconcile", ...difference }, "a slot counted its bookings wrongly");
  }
  return { stations, differences: differences.length };
}

/** A job of the worker. Each may run on several workers at once: what it acts on, it claims or locks. */
export interface Job {
  /** Minutes, hours … as in a crontab, UTC: one worker of them all runs it, and it is tried again if it fails. */
  readonly cron?: string;
  /** Milliseconds between two runs on every worker; a run that finds nothing to do is cheap. */
  readonly everyMs?: number;
  /** Also runs when a worker starts. */
  readonly onStart?: boolean;
  readonly run: (ctx: Context) => Promise<Counts>;
}

/** Every job, each a shallow call of use cases. */
export const jobs = {
  slots: {
    cron: "*/15 * * * *",
    onStart: true,
    run: async (ctx) => ({ ...(await refreshSlots(ctx)) }),
  },
  "no-show": { everyMs: 15_000, run: async (ctx) => ({ ...(await markNoShows(ctx)) }) },
  unreviewed: { everyMs: 15_000, run: async (ctx) => ({ ...(await rejectUnreviewed(ctx)) }) },
  reconcile: { cron: "7 * * * *", run: reconcile },
  "clean-up": {
    cron: "37 * * * *",
    run: async (ctx) => ({
      ...(await cleanCredentials(ctx)),
      ...(await cleanEvents(ctx)),
      ...(await cleanSlots(ctx)),
      ...(await cleanRecords(ctx)),
    }),
  },
  outbox: { everyMs: 1_000, run: (ctx) => deliverEvents(ctx, handleEvent) },
  messages: { everyMs: 1_000, run: (ctx) => sendMessages(ctx, carriers()) },
} as const satisfies Partial<Record<Worker, Job>>;

export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];

/** Whether a text names a job. */
export function isJobName(text: string): text is JobName {
  return Object.hasOwn(jobs, text);
}
