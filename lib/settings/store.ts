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
