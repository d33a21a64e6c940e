import { and, asc, count, desc, eq, gte, ilike, lt, or, sql, type SQL } from "drizzle-orm";

import { audits } from "@/db/schema/audit";
import type { Context } from "@/lib/core/context";
import { isUuid } from "@/lib/core/ids";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";

import type { ListAudits } from "./schema";

type NewAudit = typeof audits.$inferInsert;
export type AuditRow = typeof audits.$inferSelect;

export async function insertAudits(ctx: Context, rows: NewAudit[]): Promise<void> {
  await ctx.db.insert(audits).values(rows);
}

/** One page of the deeds within the scope; `days` says since when an Operator sees those of each station. */
export async function findAudits(
  ctx: Context,
  scope: Scope,
  days: ReadonlyMap<string, Date>,
  query: ListAudits & PageQuery,
): Promise<Page<AuditRow>> {
  const where = and(visible(scope, days), matching(query));
  const [total] = await ctx.db.select({ count: count() }).from(audits).where(where);
  const order = query.sort === "at" ? asc : desc;
  const items = await ctx.db
    .select()
    .from(audits)
    .where(where)
    .orderBy(order(audits.at), order(audits.id))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

function visible(scope: Scope, days: ReadonlyMap<string, Date>): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(audits.businessId, scope.businessId);
  if (scope.reach === "own") {
    return or(eq(audits.ownerId, scope.userId), eq(audits.actorId, scope.userId));
  }
  const today = [...days].map(([stationId, began]) =>
    and(eq(audits.stationId, stationId), gte(audits.at, began)),
  );
  return or(...today) ?? sql`false`;
}

function matching({ entity, entityId, action, actor, stationId, from, to }: ListAudits) {
  return and(
    entity && eq(audits.entity, entity),
    entityId ? eq(audits.entityId, entityId) : undefined,
    action && eq(audits.action, action),
    actor ? actedBy(actor) : undefined,
    stationId ? eq(audits.stationId, stationId) : undefined,
    from && gte(audits.at, from),
    to && lt(audits.at, to),
  );
}

function actedBy(actor: string): SQL {
  if (isUuid(actor)) return eq(audits.actorId, actor);
  return ilike(audits.actorName, `%${actor.replace(/[\\%_]/g, "\\$&")}%`);
}
