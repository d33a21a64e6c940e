import { and, eq, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import type { Context } from "@/lib/core/context";
import { settings } from "@/db/schema/settings";

import type { SettingName } from "@/lib/words";

import { fallback, type SettingRow } from "./rules";
import { settingScope, type SettingScope } from "./schema";

/** Whose setting: ids, or the columns of another store's query that hold them. */
interface SettingOwner<Id> {
  readonly businessId?: Id | null | undefined;
  readonly stationId?: Id | null | undefined;
}

/** The overrides that count for them: the platform's and, where named, those of the business and the station. */
function layersOf<Id extends string | PgColumn>({ businessId, stationId }: SettingOwner<Id>) {
  const layer = (scope: SettingScope, id: Id) =>
    and(eq(settings.scope, scope), eq(settings.scopeId, id));
  return or(
    eq(settings.scope, "Platform"),
    businessId ? layer("Business", businessId) : undefined,
    stationId ? layer("Station", stationId) : undefined,
  );
}

/** Stored overrides of the platform and, where named, of the business and the station. */
export async function findSettingRows(
  ctx: Context,
  of: SettingOwner<string>,
): Promise<SettingRow[]> {
  return ctx.db
    .select({ scope: settings.scope, name: settings.name, value: settings.value })
    .from(settings)
    .where(layersOf(of));
}

/**
 * A whole number's setting as it is in force for each row of another store's query, whose columns hold the ids: the
 * nearest override wins, as in `layer`, which answers the same of one station.
 */
export function wholeInForce(ctx: Context, name: SettingName, of: SettingOwner<PgColumn>): SQL {
  const otherwise = Number(fallback(ctx.config.settings, name));
  const nearness = sql`array_position(${sql.param([...settingScope.options])}::text[], ${settings.scope})`;
  return sql`coalesce((
    select (${settings.value} #>> '{}')::int from ${settings}
    where ${eq(settings.name, name)} and ${layersOf(of)} order by ${nearness} desc limit 1
  ), ${otherwise}::int)`;
}

export async function storeSetting(ctx: Context, row: typeof settings.$inferInsert): Promise<void> {
  const { value, updatedAt, updatedBy } = row;
  await ctx.db
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({
      target: [settings.scope, settings.scopeId, settings.name],
      set: { value, updatedAt, updatedBy },
    });
}

export async function deleteSetting(
  ctx: Context,
  { scope, scopeId, name }: { scope: SettingScope; scopeId: string; name: string },
): Promise<void> {
  await ctx.db
    .delete(settings)
    .where(and(eq(settings.scope, scope), eq(settings.scopeId, scopeId), eq(settings.name, name)));
}
