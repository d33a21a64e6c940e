import { and, eq, or, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { settings } from "@/db/schema/settings";

import type { SettingName } from "@/lib/words";

import { fallback, type SettingRow, type SettingsOf } from "./rules";
import { settingScope, type SettingScope } from "./schema";

/** Whose setting: ids, or the columns of another store's query that hold them. */
interface SettingOwner<Id extends string | SQLWrapper> {
  readonly businessId?: Id | null | undefined;
  readonly stationId?: Id | null | undefined;
}

/** The overrides that count for them: the platform's and, where named, those of the business and the station. */
function layersOf<Id extends string | SQLWrapper>({ businessId, stationId }: SettingOwner<Id>) {
  const layer = (scope: SettingScope, id: Id) =>
    and(eq(settings.scope, scope), eq(settings.scopeId, id));
  return or(
    eq(settings.scope, "Platform"),
    businessId ? layer("Business", businessId) : undefined,
    stationId ? layer("Station", stationId) : undefined,
  );
}

/** Stored overrides of the platform and, where named, of the business and the station. */
export async function findSettingRows(ctx: Context, of: SettingsOf): Promise<SettingRow[]> {
  const { businessOf } = of;
  const [businessId, stationId] = [businessOf ?? of.businessId ?? "", of.stationId ?? ""];
  const business = businessOf ? "of" : businessId ? "id" : "none";
  return settingRows(ctx, { businessId, stationId }, { business, station: stationId !== "" });
}

/** Which layers count besides the platform's; `of`: the business is that of a station. */
interface Layers {
  readonly business: "id" | "of" | "none";
  readonly station: boolean;
}

const settingRows = compiled<{ businessId: string; stationId: string }, SettingRow[], Layers>(
  ({ db, ports }, value, { business, station }) => {
    const id = value("businessId");
    const of = {
      businessId: business === "none" ? null : business === "id" ? id : ports.businessIdOf(id),
      stationId: station ? value("stationId") : null,
    };
    return db
      .select({ scope: settings.scope, name: settings.name, value: settings.value })
      .from(settings)
      .where(layersOf(of));
  },
);

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
