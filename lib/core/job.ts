import type { JobName } from "@/lib/words";

import type { Context } from "./context";

/** What a run did, by name. */
export type Counts = Readonly<Record<string, number>>;

/** Says that something is wrong which a run found, and perhaps put right: facts, and words for whoever operates this. */
export type Report = (facts: Readonly<Record<string, unknown>>, words: string) => void;

/**
 * A job of the worker: a shallow call of a use case. It may run on several workers at once: what it acts on, it
 * claims or locks. A job without a time is a part of one that another place gives a time to.
 */
export interface Job {
  /** Minutes, hours … as in a crontab, UTC: one worker of them all runs it, and it is tried again if it fails. */
  readonly cron?: string;
  /** Milliseconds between two runs on every worker; a run that finds nothing to do is cheap. */
  readonly everyMs?: number;
  /** Also runs when a worker starts. */
  readonly onStart?: boolean;
  readonly run: (ctx: Context, report: Report) => Promise<Counts>;
}

/** What a room does by the clock, by the names of its words' jobs. */
export type RoomJobs = Readonly<Partial<Record<JobName, Job>>>;
