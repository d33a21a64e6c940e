import { and, asc, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";

import { owners, users } from "@/db/schema/accounts";
import { signsOfPlate } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import {
  beginning,
  digitsHolding,
  digitsTyped,
  holdingPlain,
  numberBeginning,
  signsBeginning,
} from "@/lib/core/found-by";
import { signsOf } from "@/lib/core/text";
import { findLogin, isServedOwner } from "@/lib/people/accounts/inside";

import { most, mostCandidates } from "../rules";
import { alikeTo, mostAlike, withLikeness } from "./alike";

const columns = { id: users.id, name: users.name, email: users.email, nic: owners.nic };

/** Each way by which an owner is found, since each has an index of its own. */
function waysTo(q: string): SQL[] {
  const signs = signsOf(q);
  const digits = digitsTyped(q);
  return [
    holdingPlain(users.name, q),
    numberBeginning(owners.nic, q),
    ...(digits === null ? [] : [digitsHolding(users.phone, digits)]),
    ...(signs.length < 3 ? [] : [signsBeginning(signsOfPlate(owners.vehiclePlate), signs)]),
  ];
}

/** The owners found by the text, those alone who may be shown where it is said; ids, so many of each way. */
export async function findOwnerIds(ctx: Context, q: string, shown?: SQL): Promise<string[]> {
  const [first, second, ...others] = waysTo(q).map((way) =>
    ctx.db
      .select({ id: users.id })
      .from(users)
      .innerJoin(owners, eq(owners.userId, users.id))
      .where(and(way, shown))
      .limit(mostCandidates),
  );
  if (!first || !second) return [];
  const rows = await unionAll(first, second, ...others);
  return [...new Set(rows.map(({ id }) => id))];
}

/**
 * Owners by name, phone, plate, or the whole or the beginning of their identity number: for an office those who booked
 * at its stations, and whoever is named by the whole number, email or phone.
 */
export async function findOwners(ctx: Context, { q }: { readonly q: string }) {
  const { account } = await findLogin(ctx, q);
  const ids = await findOwnerIds(ctx, q, isServedOwner(ctx));
  const all = account?.role === "EvOwner" ? [account.id, ...ids] : ids;
  if (all.length === 0) return [];
  return ctx.db
    .select(columns)
    .from(users)
    .innerJoin(owners, eq(owners.userId, users.id))
    .where(inArray(users.id, all))
    .orderBy(
      desc(or(eq(owners.nic, signsOf(q)), eq(users.id, account?.id ?? users.id)) ?? sql`false`),
      desc(beginning(users.name, q)),
      asc(users.name),
      asc(users.id),
    )
    .limit(most);
}

/** Owners whose name is like the text, of those who may be shown; the likest first. */
export async function findOwnersLike(ctx: Context, q: string) {
  const { isAlike, columns: compared, order } = alikeTo(users.name, q);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...columns, ...compared })
      .from(users)
      .innerJoin(owners, eq(owners.userId, users.id))
      .where(and(isAlike, isServedOwner(ctx)))
      .orderBy(order, asc(users.id))
      .limit(mostAlike),
  );
}
