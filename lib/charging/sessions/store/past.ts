import { and, eq, isNotNull, sql } from "drizzle-orm";

import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { insertMany } from "@/lib/core/insert-many";

/** Lets one import of a business pass at a time, until its transaction ends. */
export async function lockImport(ctx: Context, businessId: string): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`past-sessions:${businessId}`}, 0))`,
  );
}

/** By what the sessions that were imported for the business are told. */
export async function findImportKeys(ctx: Context, businessId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ key: sql<string>`${sessions.importKey}` })
    .from(sessions)
    .where(and(eq(sessions.businessId, businessId), isNotNull(sessions.importKey)));
  return new Set(rows.map(({ key }) => key));
}

/** Outlet → connector, as earlier imports had it; the outlet is the key's first word. */
export async function findImportedOutlets(
  ctx: Context,
  stationId: string,
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectDistinct({
      outlet: sql<string>`split_part(${sessions.importKey}, ' ', 1)`,
      connectorId: sessions.connectorId,
    })
    .from(sessions)
    .where(and(eq(sessions.stationId, stationId), isNotNull(sessions.importKey)));
  return new Map(rows.map(({ outlet, connectorId }) => [outlet, connectorId]));
}

/** The ids of the business's stations of that name, oldest first. */
export async function findStationsNamed(
  ctx: Context,
  businessId: string,
  name: string,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(and(eq(stations.businessId, businessId), eq(stations.name, name)))
    .orderBy(stations.id);
  return rows.map(({ id }) => id);
}

/** Sessions that were over before they came here: they begin as completed, and their making is audited as that. */
export async function insertPast(
  ctx: Context,
  rows: readonly Omit<typeof sessions.$inferInsert, "status">[],
): Promise<void> {
  const completed = rows.map((row) => ({ ...row, status: "Completed" as const }));
  await insertMany(ctx, sessions, completed);
}
