import { and, eq, or } from "drizzle-orm";

import type { Context } from "@/lib/core/context";
import { settings } from "@/db/schema/settings";

import type { SettingRow } from "./rules";

/** Stored overrides of the platform and, where named, of the business and the station. */
export async function findSettingRows(
  ctx: Context,
  of: { businessId?: string | null; stationId?: string | null },
): Promise<SettingRow[]> {
  const layer = (scope: SettingRow["scope"], id: string) =>
    and(eq(settings.scope, scope), eq(settings.scopeId, id));
  return ctx.db
    .select({ scope: settings.scope, name: settings.name, value: settings.value })
    .from(settings)
    .where(
      or(
        eq(settings.scope, "Platform"),
        of.businessId ? layer("Business", of.businessId) : undefined,
        of.stationId ? layer("Station", of.stationId) : undefined,
      ),
    );
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
  { scope, scopeId, name }: { scope: SettingRow["scope"]; scopeId: string; name: string },
): Promise<void> {
  await ctx.db
    .delete(settings)
    .where(and(eq(settings.scope, scope), eq(settings.scopeId, scopeId), eq(settings.name, name)));
}
