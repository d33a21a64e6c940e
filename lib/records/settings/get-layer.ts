import type { Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { authorize, scopeOf, type Permission } from "@/lib/core/permissions";

import type { SettingScope } from "./schema";

/** The layer that is asked for or to be changed, and the ids of it and the business above it. */
export interface SettingLayer {
  readonly scope: SettingScope;
  readonly businessId: string | null;
  readonly stationId: string | null;
}

/**
 * The nearest layer that is named: the station, the business, else the actor's own reach. Authorized.
 * Throws `station.not_found`, `business.not_found` or `business.not_active` for another's or none, and
 * `setting.scope` where the scope does not fit what is named.
 */
export async function getLayer(
  ctx: Context,
  permission: Extract<Permission, `setting.${string}`>,
  asked: { scope?: SettingScope; businessId?: string; stationId?: string },
): Promise<SettingLayer> {
  const reach = scopeOf(ctx, permission);
  const own = reach.reach === "business" ? reach.businessId : null;
  const layer = await namedLayer(ctx, permission, asked, own);
  if (asked.scope && asked.scope !== layer.scope) throw failField("setting.scope", "scope");
  return layer;
}

async function namedLayer(
  ctx: Context,
  permission: Permission,
  asked: { businessId?: string; stationId?: string },
  own: string | null,
): Promise<SettingLayer> {
  const { stationId } = asked;
  if (stationId) {
    const businessId = await ctx.ports.businessOfStations(ctx, [stationId]);
    if (!businessId || (asked.businessId && asked.businessId !== businessId)) {
      throw fail("station.not_found");
    }
    authorize(ctx, permission, { businessId, stationId }, "station.not_found");
    return { scope: "Station", businessId, stationId };
  }
  const businessId = asked.businessId ?? own;
  if (!businessId) return { scope: "Platform", businessId: null, stationId: null };
  authorize(ctx, permission, { businessId }, "business.not_found");
  await ctx.ports.assertBusinessActive(ctx, businessId);
  return { scope: "Business", businessId, stationId: null };
}
