import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import { viewAudits } from "./find-trail";
import { nameThings } from "./name-things";
import type { AuditView, ListAudits } from "./schema";
import { findAudits } from "./store/audits";

/**
 * Deeds, newest first unless asked otherwise, that the actor may see (product.md, Permission matrix): all, those of the own business, those
 * of the own stations since the start of the station's day, or those that concern oneself.
 * Where a personal value was erased, they say so.
 */
export async function listAudits(
  ctx: Context,
  query: ListAudits & PageQuery,
): Promise<Page<AuditView>> {
  const scope = scopeOf(ctx, "audit.read");
  const days =
    scope.reach === "station" ? await ctx.ports.stationDays(ctx, scope.stationIds) : new Map();
  const { items, total } = await findAudits(ctx, scope, days, query);
  const names = await nameThings(ctx, items);
  return { items: await viewAudits(ctx, items, names), total };
}
