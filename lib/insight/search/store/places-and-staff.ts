import { and, asc, desc, eq, ne, or, sql, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { beginning, holding, holdingPlain } from "@/lib/core/found-by";
import type { Scope } from "@/lib/core/permissions";
import { withinScope } from "@/lib/core/within-scope";

import { most } from "../rules";
import { alikeTo, mostAlike, withLikeness } from "./alike";

interface Typed {
  readonly q: string;
}

const ofStation = { id: stations.id, name: stations.name, address: stations.address };

/** Owners and nobody's staff see the stations that the public sees. */
const visible = (scope: Scope): SQL | undefined =>
  scope.reach === "own"
    ? ne(stations.status, "Inactive")
    : withinScope(scope, { businessId: stations.businessId, stationId: stations.id });

/** Stations by name or address. */
export async function findStations(ctx: Context, scope: Scope, { q }: Typed) {
  const isNamed = holdingPlain(stations.name, q);
  return (
    ctx.db
      .select(ofStation)
      .from(stations)
      .where(and(visible(scope), or(isNamed, holdingPlain(stations.address, q))))
      // A name says more than an address, and stations that a business runs come before listed ones.
      .orderBy(
        desc(isNamed),
        sql`${stations.businessId} is null`,
        asc(stations.name),
        asc(stations.id),
      )
      .limit(most)
  );
}

/** The ids of stations whose name holds the text, at most so many. */
export async function findStationIds(
  ctx: Context,
  scope: Scope,
  q: string,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(and(visible(scope), holdingPlain(stations.name, q)))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Stations whose name is like the text; the likest first. */
export async function findStationsLike(ctx: Context, scope: Scope, q: string) {
  const { isAlike, columns, order } = alikeTo(stations.name, q);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...ofStation, ...columns })
      .from(stations)
      .where(and(visible(scope), isAlike))
      .orderBy(order, asc(stations.id))
      .limit(mostAlike),
  );
}

const ofOperator = { id: users.id, name: users.name, email: users.email };
const operatorsOf = (scope: Scope) =>
  and(
    eq(users.role, "Operator"),
    // Of which the index of staff is known to hold them all.
    ne(users.role, "EvOwner"),
    scope.reach === "business" ? eq(users.businessId, scope.businessId) : undefined,
  );

/** Operators by name or email. */
export async function findOperators(ctx: Context, scope: Scope, { q }: Typed) {
  return ctx.db
    .select(ofOperator)
    .from(users)
    .where(and(operatorsOf(scope), or(holdingPlain(users.name, q), holding(users.email, q))))
    .orderBy(desc(beginning(users.name, q)), asc(users.name), asc(users.id))
    .limit(most);
}

/** Operators whose name is like the text; the likest first. */
export async function findOperatorsLike(ctx: Context, scope: Scope, q: string) {
  const { isAlike, columns, order } = alikeTo(users.name, q);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...ofOperator, ...columns })
      .from(users)
      .where(and(operatorsOf(scope), isAlike))
      .orderBy(order, asc(users.id))
      .limit(mostAlike),
  );
}

const ofBusiness = {
  id: businesses.id,
  name: businesses.name,
  contactEmail: businesses.contactEmail,
};

/** Businesses by name or their contact's email. */
export async function findBusinesses(ctx: Context, { q }: Typed) {
  return ctx.db
    .select(ofBusiness)
    .from(businesses)
    .where(or(holdingPlain(businesses.name, q), holding(businesses.contactEmail, q)))
    .orderBy(desc(beginning(businesses.name, q)), asc(businesses.name), asc(businesses.id))
    .limit(most);
}

/** Businesses whose name is like the text; the likest first. */
export async function findBusinessesLike(ctx: Context, q: string) {
  const { isAlike, columns, order } = alikeTo(businesses.name, q);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...ofBusiness, ...columns })
      .from(businesses)
      .where(isAlike)
      .orderBy(order, asc(businesses.id))
      .limit(mostAlike),
  );
}
