import { and, asc, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";

import { owners, users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { beginning } from "@/lib/core/found-by";
import type { Scope } from "@/lib/core/permissions";
import { signsOf } from "@/lib/core/text";
import { findLogin, findOwnerIds as findIds, isServedOwner } from "@/lib/people/accounts/inside";

import { most, mostCandidates } from "../rules";
import { alikeTo, mostAlike, withLikeness } from "./alike";
import { findTodaysOwners } from "./todays";

const columns = { id: users.id, name: users.name, email: users.email, nic: owners.nic };

/** Whom a scope finds: an office those who booked at its stations, an operator those of today's bookings. */
async function ownersFor(ctx: Context, scope: Scope): Promise<SQL | undefined> {
  if (scope.reach === "business") return isServedOwner(ctx);
  if (scope.reach === "station") return inArray(users.id, await findTodaysOwners(ctx, scope));
  return undefined;
}

/** The owners found by the text, of those whom the scope finds; ids, so many of each way. */
export async function findOwnerIds(ctx: Context, scope: Scope, q: string): Promise<string[]> {
  return findIds(ctx, q, { shown: await ownersFor(ctx, scope), most: mostCandidates });
}

/**
 * Owners by name, phone, plate, or the whole or the beginning of their identity number, of those whom the scope finds;
 * for an office also whoever is named by the whole number, email or phone.
 */
export async function findOwners(ctx: Context, scope: Scope, { q }: { readonly q: string }) {
  const { account } = await findLogin(ctx, q);
  const ids = await findOwnerIds(ctx, scope, q);
  const all = account?.role === "EvOwner" ? [account.id, ...ids] : ids;
  if (all.length === 0) return [];
  const rows = await ctx.db
    .select(columns)
    .from(users)
    .innerJoin(owners, eq(owners.userId, users.id))
    .where(
      and(
        inArray(users.id, all),
        scope.reach === "station" ? await ownersFor(ctx, scope) : undefined,
      ),
    )
    .orderBy(
      desc(or(eq(owners.nic, signsOf(q)), eq(users.id, account?.id ?? users.id)) ?? sql`false`),
      desc(beginning(users.name, q)),
      asc(users.name),
      asc(users.id),
    )
    .limit(most);
  // An office is shown whoever is named in whole, and else those alone whom it served.
  const served = new Set(ids);
  return rows.map((row) => ({
    ...row,
    isStranger: scope.reach === "business" && !served.has(row.id),
  }));
}

/** Owners whose name is like the text, of those whom the scope finds; the likest first. */
export async function findOwnersLike(ctx: Context, scope: Scope, q: string) {
  const shown = await ownersFor(ctx, scope);
  const { isAlike, columns: compared, order } = alikeTo(users.name, q);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...columns, ...compared })
      .from(users)
      .innerJoin(owners, eq(owners.userId, users.id))
      .where(and(isAlike, shown))
      .orderBy(order, asc(users.id))
      .limit(mostAlike),
  );
}
