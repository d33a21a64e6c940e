import { z } from "zod";

import { instantView } from "@/lib/core/fields";

/** How one job of the worker does. */
export const JobHealth = z.object({
  name: z.string(),
  /** `OnTime`; `Late`: it should have run again by now; `Failed`: its last run did; `Never`: no run is recorded. */
  state: z.enum(["OnTime", "Late", "Failed", "Never"]),
  lastStartedAt: instantView.nullable(),
  lastFinishedAt: instantView.nullable(),
  /** What the last run did, as counts by name. */
  result: z.record(z.string(), z.number()).nullable(),
  error: z.string().nullable(),
});
export type JobHealth = z.infer<typeof JobHealth>;

const Queue = z.object({
  /** Waiting, and due now. */
  due: z.int(),
  /** Given up after the last try. */
  parked: z.int(),
  oldestDueAt: instantView.nullable(),
});

/** How the installation does: what an admin looks at when something seems wrong. */
export const HealthDetails = z.object({
  version: z.string(),
  database: z.object({
    version: z.string(),
    sizeBytes: z.int(),
    connections: z.int(),
    maxConnections: z.int(),
    /** Milliseconds that one statement took. */
    answeredInMs: z.number(),
  }),
  /** Events on their way to the subscribers, together and each for itself. */
  events: Queue.extend({ subscribers: z.array(Queue.extend({ name: z.string() })) }),
  messages: Queue.extend({ kept: z.int() }),
  /** The worker's queue: runs asked for, by the clock or at once. */
  queue: Queue.extend({
    /** Not due before a later time, such as after a failed try. */
    later: z.int(),
    /** Taken by a worker. */
    running: z.int(),
  }),
  /** The open tail of the audits: records that no seal covers yet. */
  audits: z.object({
    unsealed: z.int(),
    /** When the first of them was written. */
    unsealedSince: instantView.nullable(),
    lastSealedAt: instantView.nullable(),
  }),
  jobs: z.array(JobHealth),
});
export type HealthDetails = z.infer<typeof HealthDetails>;
