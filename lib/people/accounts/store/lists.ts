import { and, count, eq, notInArray, or, sql, type SQL } from "drizzle-orm";

import { operatorStations, owners, users } from "@/db/schema/accounts";
import { signsOfPlate } from "@/db/schema/columns";
import type { Role, UserStatus } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { holding, numberHolding, phoneHolding, signsBeginning } from "@/lib/core/found-by";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import { signsOf } from "@/lib/core/text";

import { isServed, selectAccounts, type AccountRow } from "./accounts";

/** Which accounts a list shows. */
export interface AccountFilter {
  readonly role?: Role;
  readonly status?: UserStatus;
  readonly businessId?: string;
  readonly stationId?: string;
  readonly search?: string;
  /** Without those who deleted their account. */
  readonly isPresent?: boolean;
  /** Only owners whom the caller serves, and the one of that id. */
  readonly served?: { readonly orId: string | undefined };
  readonly sort: "name" | "-name" | "createdAt" | "-createdAt";
}

const orders = {
  name: sql`lower(${users.name}) asc`,
  "-name": sql`lower(${users.name}) desc`,
  createdAt: sql`${users.createdAt} asc`,
  "-createdAt": sql`${users.createdAt} desc`,
} as const;

/** One page of the accounts that the scope lets the actor see. */
export async function findAccounts(
  ctx: Context,
  scope: Scope,
  filter: AccountFilter,
  page: PageQuery,
): Promise<Page<AccountRow>> {
  const where = and(visible(scope), matching(ctx, filter));
  const [total] = await ctx.db
    .select({ count: count() })
    .from(users)
    .leftJoin(owners, eq(owners.userId, users.id))
    .where(where);
  const items = await selectAccounts(ctx)
    .where(where)
    .orderBy(orders[filter.sort], users.id)
    .limit(page.limit)
    .offset(pageOffset(page));
  return { items, total: total?.count ?? 0 };
}

function visible(scope: Scope): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "own") return eq(users.id, scope.userId);
  if (scope.reach === "business") return eq(users.businessId, scope.businessId);
  return sql`false`;
}

function matching(ctx: Context, filter: AccountFilter): SQL | undefined {
  const { role, status, businessId, stationId, search, served } = filter;
  return and(
    served && (served.orId ? or(isServed(ctx), eq(users.id, served.orId)) : isServed(ctx)),
    role && eq(users.role, role),
    status && eq(users.status, status),
    filter.isPresent ? notInArray(users.status, ["Deleted", "Erased"]) : undefined,
    businessId ? eq(users.businessId, businessId) : undefined,
    stationId ? assignedTo(ctx, stationId) : undefined,
    search
      ? or(containing(search), served?.orId ? eq(users.id, served.orId) : undefined)
      : undefined,
  );
}

function assignedTo(ctx: Context, stationId: string): SQL {
  const assigned = ctx.db
    .select({ userId: operatorStations.userId })
    .from(operatorStations)
    .where(eq(operatorStations.stationId, stationId));
  return sql`${users.id} in ${assigned}`;
}

function containing(search: string): SQL | undefined {
  return or(
    holding(users.name, search),
    holding(users.email, search),
    phoneHolding(users.phone, search),
    numberHolding(owners.nic, search),
    signsOf(search).length < 3
      ? undefined
      : signsBeginning(signsOfPlate(owners.vehiclePlate), signsOf(search)),
  );
}
