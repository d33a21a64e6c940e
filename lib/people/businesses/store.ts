import { and, count, eq, gte, inArray, or, sql, type SQL } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import type { Context } from "@/lib/core/context";
import { holding, phoneHolding } from "@/lib/core/found-by";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import type { StatusStep } from "@/lib/core/transitions";

import type { BusinessStatus, ListBusinesses } from "./schema";

export type BusinessRow = typeof businesses.$inferSelect;

export async function insertBusiness(
  ctx: Context,
  row: typeof businesses.$inferInsert,
): Promise<void> {
  await ctx.db.insert(businesses).values(row);
}

/** Lets one request in at a time, until the transaction ends: of two alike the second sees the first. */
export async function lockRequests(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('business.requests', 0))`);
}

const isWaiting = eq(businesses.status, "PendingApproval");

/** The request that waits, of that name in any letter case and that email. */
export async function findRequest(
  ctx: Context,
  { name, contactEmail }: { readonly name: string; readonly contactEmail: string },
): Promise<BusinessRow | null> {
  const [row] = await ctx.db
    .select()
    .from(businesses)
    .where(
      and(
        isWaiting,
        eq(businesses.contactEmail, contactEmail),
        sql`lower(${businesses.name}) = lower(${name})`,
      ),
    )
    .orderBy(businesses.createdAt)
    .limit(1);
  return row ?? null;
}

/** How many requests wait that came since then. */
export const countRequests = (ctx: Context, since: Date): Promise<number> =>
  ctx.db.$count(businesses, and(isWaiting, gte(businesses.createdAt, since)));

export async function findBusiness(ctx: Context, id: string): Promise<BusinessRow | null> {
  const [row] = await ctx.db.select().from(businesses).where(eq(businesses.id, id));
  return row ?? null;
}

/** The business as it is now, kept from others until the transaction ends. */
export async function lockBusinessRow(ctx: Context, id: string): Promise<BusinessRow | null> {
  const [row] = await ctx.db
    .select()
    .from(businesses)
    .where(eq(businesses.id, id))
    .for("no key update");
  return row ?? null;
}

/** Takes the step where the business is in one of its statuses `from`; null where it is not. */
export async function storeDecision(
  ctx: Context,
  id: string,
  step: StatusStep<BusinessStatus>,
  decision: { decidedBy: string | null; rejectionReason?: string | undefined },
): Promise<BusinessRow | null> {
  const { decidedBy, rejectionReason = null } = decision;
  const [row] = await ctx.db
    .update(businesses)
    .set({ status: step.to, decidedBy, rejectionReason, decidedAt: ctx.clock.now() })
    .where(and(eq(businesses.id, id), inArray(businesses.status, [...step.from])))
    .returning();
  return row ?? null;
}

const orders = {
  name: sql`lower(${businesses.name}) asc`,
  "-name": sql`lower(${businesses.name}) desc`,
  createdAt: sql`${businesses.createdAt} asc`,
  "-createdAt": sql`${businesses.createdAt} desc`,
} as const;

export async function findBusinesses(
  ctx: Context,
  scope: Scope,
  query: ListBusinesses & PageQuery,
): Promise<Page<BusinessRow>> {
  const where = and(
    visible(scope),
    query.status && eq(businesses.status, query.status),
    query.search ? containing(query.search) : undefined,
  );
  const [total] = await ctx.db.select({ count: count() }).from(businesses).where(where);
  const items = await ctx.db
    .select()
    .from(businesses)
    .where(where)
    .orderBy(orders[query.sort], businesses.id)
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

function visible(scope: Scope): SQL | undefined {
  if (scope.reach === "any") return undefined;
  return scope.reach === "business" ? eq(businesses.id, scope.businessId) : sql`false`;
}

function containing(search: string): SQL | undefined {
  return or(
    holding(businesses.name, search),
    holding(businesses.contactName, search),
    holding(businesses.contactEmail, search),
    phoneHolding(businesses.contactPhone, search),
  );
}

/** What the businesses are called. */
export async function findNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: businesses.id, name: businesses.name })
    .from(businesses)
    .where(inArray(businesses.id, [...ids]));
}
