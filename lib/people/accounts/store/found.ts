import { and, eq, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";

import { owners, users } from "@/db/schema/accounts";
import { signsOfPlate } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import {
  digitsHolding,
  digitsTyped,
  holding,
  holdingPlain,
  numberBeginning,
  signsBeginning,
} from "@/lib/core/found-by";
import { signsOf } from "@/lib/core/text";

/**
 * Each way by which an owner is found by what was typed: name, beginning of the identity number, digits of the phone,
 * beginning of the plate, part of an email, which is one where it has its sign. A query each, since each has an index
 * of its own (docs/decisions/search.md).
 */
export function waysToOwner(typed: string): [SQL, SQL, ...SQL[]] {
  const signs = signsOf(typed);
  const digits = digitsTyped(typed);
  return [
    holdingPlain(users.name, typed),
    numberBeginning(owners.nic, typed),
    ...(digits === null ? [] : [digitsHolding(users.phone, digits)]),
    ...(signs.length < 3 ? [] : [signsBeginning(signsOfPlate(owners.vehiclePlate), signs)]),
    ...(typed.includes("@") ? [holding(users.email, typed)] : []),
  ];
}

/** The ids of the owners found by the text, of those of `shown`; at most so many of each way. */
export async function findOwnerIds(
  ctx: Context,
  typed: string,
  { shown, most }: { readonly shown?: SQL | undefined; readonly most: number },
): Promise<string[]> {
  const ask = (way: SQL) =>
    ctx.db
      .select({ id: users.id })
      .from(users)
      .innerJoin(owners, eq(owners.userId, users.id))
      .where(and(way, shown))
      .limit(most);
  const [first, second, ...others] = waysToOwner(typed);
  const rows = await unionAll(ask(first), ask(second), ...others.map(ask));
  return [...new Set(rows.map(({ id }) => id))];
}
