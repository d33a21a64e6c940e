import { eq } from "drizzle-orm";

import { database, poolSize } from "@/db/client";
import { testClock } from "@/db/schema/jobs";
import type { Actor } from "@/lib/core/actor";
import { reportShare } from "@/lib/core/as-report";
import { offsetClock, systemClock, type Clock } from "@/lib/core/clock";
import type { Config } from "@/lib/core/config";
import type { Context, Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { Share } from "@/lib/core/share";
import { makeContext, readConfig } from "@/lib/process/wiring";
import { type Locale, offeredLocales } from "@/lib/words/say";

/** What every request of this process shares. */
export interface ProcessContext {
  readonly db: Db;
  readonly config: Config;
  /** A test's own clock; without it the system's, or the offset of TEST_CLOCK=1. */
  readonly clock?: Clock;
  /** The places of its reports. */
  readonly reports?: Share;
}

const shared = globalThis as typeof globalThis & { baybookProcess?: ProcessContext };

/** Replaces the process's database, config and clock, for tests that call handlers in-process. */
export function setProcessContext(context: ProcessContext): void {
  shared.baybookProcess = context;
}

function processContext(): ProcessContext {
  return (shared.baybookProcess ??= {
    db: database().db,
    config: readConfig(process.env),
    reports: reportShare(poolSize(process.env)),
  });
}

/** Whether this process takes its rules' time from the database (TEST_CLOCK=1). */
export const hasTestClock = () => process.env.TEST_CLOCK === "1";

/** The languages that a reader may choose, for what has no request's context. */
export const processLocales = (): readonly Locale[] =>
  shared.baybookProcess?.config.locales ?? offeredLocales({ inTest: hasTestClock() });

/** The context in which a request is answered. */
export async function requestContext(actor: Actor, requestId?: string): Promise<Context> {
  const { db, config, clock, reports } = processContext();
  return makeContext({
    db,
    config,
    actor,
    ...(reports && { reports }),
    clock: clock ?? (await currentClock(db)),
    requestId: requestId && /^[\w.-]{8,64}$/.test(requestId) ? requestId : newId(),
  });
}

/** The system's clock, or with TEST_CLOCK=1 the one that the database's offset moves. */
export async function currentClock(db: Db): Promise<Clock> {
  if (!hasTestClock()) return systemClock;
  const [row] = await db.select().from(testClock).where(eq(testClock.id, 1));
  return offsetClock(row?.offsetMs ?? 0);
}

/** Sets the offset so that the rules' time is `now` at this moment, for every process. */
export async function setTestClock(db: Db, now: Date): Promise<void> {
  const offsetMs = now.getTime() - Date.now();
  await db
    .insert(testClock)
    .values({ id: 1, offsetMs })
    .onConflictDoUpdate({ target: testClock.id, set: { offsetMs } });
}
