import { isNull, max, sql } from "drizzle-orm";

import { auditSeals, audits } from "@/db/schema/audit";
import { messages } from "@/db/schema/notifications";
import { outboxDeliveries } from "@/db/schema/outbox";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { minuteMs } from "@/lib/core/durations";
import { instantOf } from "@/lib/core/ids";
import manifest from "@/package.json";

import { findLastRuns } from "./find-last-runs";
import { jobs, type WorkerJob, jobNames, type JobName } from "./jobs";
import type { HealthDetails, JobHealth } from "./schema";

/** A job may miss a beat: it is late after twice its time. */
const patience = 2;

/** Database, queues and the worker's jobs, for a SystemAdmin (product.md, Admin). */
export async function readHealth(ctx: Context): Promise<HealthDetails> {
  scopeOf(ctx, "health.read");
  const [database, events, mail, queue, audits, jobs] = await Promise.all([
    readDatabase(ctx),
    readEvents(ctx),
    readMessages(ctx),
    readQueue(ctx),
    readAudits(ctx),
    readJobs(ctx),
  ]);
  return { version: manifest.version, database, events, messages: mail, queue, audits, jobs };
}

async function readDatabase(ctx: Context): Promise<HealthDetails["database"]> {
  const began = performance.now();
  const [row] = await ctx.db.execute<{
    version: string;
    size: string;
    connections: number;
    most: number;
  }>(sql`
    select current_setting('server_version') as version,
      pg_database_size(current_database())::text as size,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as most`);
  return {
    version: row?.version ?? "",
    sizeBytes: Number(row?.size ?? 0),
    connections: row?.connections ?? 0,
    maxConnections: row?.most ?? 0,
    answeredInMs: Math.round((performance.now() - began) * 10) / 10,
  };
}

/** The deliveries that are not done, in all and for each subscriber, one without any included. */
async function readEvents(ctx: Context): Promise<HealthDetails["events"]> {
  const { subscriber, parkedAt, deliveredAt, nextAttemptAt } = outboxDeliveries;
  const rows = await ctx.db
    .select({
      name: subscriber,
      due: sql<number>`count(*) filter (where ${parkedAt} is null)::int`,
      parked: sql<number>`count(*) filter (where ${parkedAt} is not null)::int`,
      oldest: sql<string | null>`min(${nextAttemptAt}) filter (where ${parkedAt} is null)`,
    })
    .from(outboxDeliveries)
    .where(isNull(deliveredAt))
    .groupBy(subscriber);
  const names = new Set([...ctx.ports.subscribers(), ...rows].map(({ name }) => name));
  const subscribers = [...names].toSorted().map((name) => ({
    name,
    ...queueOf(rows.find((row) => row.name === name)),
  }));
  return {
    due: subscribers.reduce((sum, { due }) => sum + due, 0),
    parked: subscribers.reduce((sum, { parked }) => sum + parked, 0),
    oldestDueAt:
      subscribers
        .map(({ oldestDueAt }) => oldestDueAt ?? "")
        .toSorted()
        .find(Boolean) ?? null,
    subscribers,
  };
}

async function readMessages(ctx: Context): Promise<HealthDetails["messages"]> {
  const pending = sql`${messages.status} = 'Pending'`;
  const [row] = await ctx.db
    .select({
      due: sql<number>`count(*) filter (where ${pending})::int`,
      parked: sql<number>`count(*) filter (where ${messages.status} = 'Parked')::int`,
      kept: sql<number>`count(*) filter (where ${messages.status} = 'Kept')::int`,
      oldest: sql<string | null>`min(${messages.nextAttemptAt}) filter (where ${pending})`,
    })
    .from(messages);
  return { ...queueOf(row), kept: row?.kept ?? 0 };
}

/** The queue goes by the database's clock; what a worker holds counts as running, whether or not it lives. */
async function readQueue(ctx: Context): Promise<HealthDetails["queue"]> {
  const waits = sql`locked_at is null and attempts < max_attempts`;
  const [row] = await ctx.db.execute<{
    due: number;
    later: number;
    running: number;
    parked: number;
    oldest: string | null;
  }>(sql`
    select count(*) filter (where ${waits} and run_at <= now())::int as due,
      count(*) filter (where ${waits} and run_at > now())::int as later,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as parked,
      min(run_at) filter (where ${waits} and run_at <= now()) as oldest
    from graphile_worker.jobs`);
  return { ...queueOf(row), later: row?.later ?? 0, running: row?.running ?? 0 };
}

/** By the real clock, as ids are made: a record's own time may be another. */
async function readAudits(ctx: Context): Promise<HealthDetails["audits"]> {
  const [open] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      first: sql<string | null>`min(${audits.id}::text)`,
    })
    .from(audits)
    .where(isNull(audits.seal));
  const [seals] = await ctx.db.select({ at: max(auditSeals.sealedAt) }).from(auditSeals);
  return {
    unsealed: open?.count ?? 0,
    unsealedSince: open?.first ? instantOf(open.first).toISOString() : null,
    lastSealedAt: seals?.at?.toISOString() ?? null,
  };
}

function queueOf(row: { due: number; parked: number; oldest: string | null } | undefined) {
  const { due = 0, parked = 0, oldest = null } = row ?? {};
  return { due, parked, oldestDueAt: oldest && new Date(oldest).toISOString() };
}

async function readJobs(ctx: Context): Promise<JobHealth[]> {
  const last = await findLastRuns(ctx);
  const now = ctx.clock.real();
  return jobNames.map((name) => {
    const run = last.find((one) => one.name === name);
    return {
      name,
      state: stateOf(name, run, now),
      lastStartedAt: run?.startedAt.toISOString() ?? null,
      lastFinishedAt: run?.finishedAt?.toISOString() ?? null,
      result: run?.result ?? null,
      error: run?.error ?? null,
    };
  });
}

function stateOf(
  name: JobName,
  run: { startedAt: Date; succeeded: boolean | null } | undefined,
  now: Date,
): JobHealth["state"] {
  if (!run) return "Never";
  if (run.succeeded === false) return "Failed";
  const isLate = now.getTime() - run.startedAt.getTime() > patience * rhythmOf(jobs[name]);
  return isLate ? "Late" : "OnTime";
}

/** Milliseconds in which a run of the job is recorded: loops say once a minute that they live. */
function rhythmOf(job: WorkerJob): number {
  if (job.everyMs) return Math.max(job.everyMs, minuteMs);
  return job.cron?.startsWith("*/15") ? 15 * minuteMs : 60 * minuteMs;
}
