import { asc, eq, sql } from "drizzle-orm";

import { capacityOverrides, scheduleExceptions, schedules } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";

import { closedAlways, type NormalSchedule, type Schedule } from "../rules";

/** A station's schedule and when it was set; closed always, and null, where it never was. */
export async function findSchedule(
  ctx: Context,
  stationId: string,
): Promise<{ schedule: Schedule; updatedAt: Date | null }> {
  const [row] = await ctx.db.select().from(schedules).where(eq(schedules.stationId, stationId));
  if (!row) return { schedule: closedAlways, updatedAt: null };
  const exceptions = await ctx.db
    .select({
      date: scheduleExceptions.on,
      closed: scheduleExceptions.closed,
      windows: scheduleExceptions.windows,
      reason: scheduleExceptions.reason,
    })
    .from(scheduleExceptions)
    .where(eq(scheduleExceptions.stationId, stationId))
    .orderBy(asc(scheduleExceptions.on));
  const overrides = await ctx.db
    .select({ date: capacityOverrides.on, connectors: capacityOverrides.connectors })
    .from(capacityOverrides)
    .where(eq(capacityOverrides.stationId, stationId))
    .orderBy(asc(capacityOverrides.on));
  return {
    schedule: {
      weekly: row.weekly,
      exceptions: exceptions.map(({ reason, ...one }) => ({ ...one, ...(reason && { reason }) })),
      capacityOverrides: overrides,
    },
    updatedAt: row.updatedAt,
  };
}

/** Puts a whole schedule in the place of the one before. */
export async function replaceSchedule(
  ctx: Context,
  stationId: string,
  schedule: NormalSchedule,
  updatedAt: Date,
): Promise<void> {
  const { weekly, exceptions, capacityOverrides: overrides } = schedule;
  await ctx.db
    .insert(schedules)
    .values({ stationId, weekly, updatedAt })
    .onConflictDoUpdate({ target: schedules.stationId, set: { weekly, updatedAt } });
  await ctx.db.delete(scheduleExceptions).where(eq(scheduleExceptions.stationId, stationId));
  await ctx.db.delete(capacityOverrides).where(eq(capacityOverrides.stationId, stationId));
  if (exceptions.length > 0) {
    await ctx.db.insert(scheduleExceptions).values(
      exceptions.map(({ date, closed, windows, reason }) => ({
        stationId,
        on: date,
        closed,
        windows: [...windows],
        reason: reason ?? null,
      })),
    );
  }
  if (overrides.length > 0) {
    await ctx.db
      .insert(capacityOverrides)
      .values(overrides.map(({ date, connectors }) => ({ stationId, on: date, connectors })));
  }
}

/** Stores the weekly windows of many stations; those that had the same already are left alone and out of the answer. */
export async function storeWeekly(
  ctx: Context,
  rows: readonly Pick<typeof schedules.$inferInsert, "stationId" | "weekly">[],
  updatedAt: Date,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const stored = await ctx.db
    .insert(schedules)
    .values(rows.map(({ stationId, weekly }) => ({ stationId, weekly, updatedAt })))
    .onConflictDoUpdate({
      target: schedules.stationId,
      set: {
        weekly: sql`excluded.weekly`,
        updatedAt: sql`greatest(excluded.updated_at, ${schedules.updatedAt} + interval '1 ms')`,
      },
      setWhere: sql`${schedules.weekly} is distinct from excluded.weekly`,
    })
    .returning({ stationId: schedules.stationId });
  return stored.map(({ stationId }) => stationId);
}

/** Stores exceptions of many stations, each in the place of the one that its date had. */
export async function storeExceptions(
  ctx: Context,
  rows: readonly (Pick<Schedule, "exceptions"> & { readonly stationId: string })[],
): Promise<void> {
  const values = rows.flatMap(({ stationId, exceptions }) =>
    exceptions.map(({ date, closed, windows }) => ({
      stationId,
      on: date,
      closed,
      windows: [...windows],
    })),
  );
  // A statement carries 65,535 values at most.
  for (let from = 0; from < values.length; from += 5_000) {
    await ctx.db
      .insert(scheduleExceptions)
      .values(values.slice(from, from + 5_000))
      .onConflictDoUpdate({
        target: [scheduleExceptions.stationId, scheduleExceptions.on],
        set: { closed: sql`excluded.closed`, windows: sql`excluded.windows` },
      });
  }
}
