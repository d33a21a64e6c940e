import { eq, inArray, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import type { Scope } from "./permissions";

/** The columns by which a table's row belongs to somebody. */
export interface Owned {
  readonly businessId: AnyPgColumn;
  readonly stationId: AnyPgColumn;
  readonly userId?: AnyPgColumn;
}

/** The rows that a scope reaches, for the `where` of a list; undefined for all of them. */
export function withinScope(scope: Scope, owned: Owned): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(owned.businessId, scope.businessId);
  if (scope.reach === "own") return owned.userId ? eq(owned.userId, scope.userId) : sql`false`;
  return scope.stationIds.length > 0 ? inArray(owned.stationId, [...scope.stationIds]) : sql`false`;
}
