import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";

/** Ids of accounts that were deleted then or before, the longest ago first; a few of them. */
export async function findDeleted(ctx: Context, by: Date): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.status, "Deleted"), lte(users.deletedAt, by)))
    .orderBy(users.deletedAt)
    .limit(100);
  return rows.map(({ id }) => id);
}

/** An account that its owner deleted. */
export interface DeletedAccount {
  readonly id: string;
  readonly deletedAt: Date;
}

/**
 * Marks some of those that were deleted after one instant and until another, the later included, as told that they are
 * erased soon, and answers them. Of several workers at once each gets others; nobody is answered twice.
 */
export async function claimUntold(
  ctx: Context,
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<DeletedAccount[]> {
  const untold = and(
    eq(users.status, "Deleted"),
    isNull(users.erasureToldAt),
    gt(users.deletedAt, after),
    lte(users.deletedAt, until),
  );
  const due = ctx.db
    .select({ id: users.id })
    .from(users)
    .where(untold)
    .orderBy(users.deletedAt)
    .limit(100)
    .for("update", { skipLocked: true });
  const rows = await ctx.db
    .update(users)
    .set({ erasureToldAt: ctx.clock.now() })
    .where(inArray(users.id, due))
    .returning({ id: users.id, deletedAt: users.deletedAt });
  return rows.flatMap(({ id, deletedAt }) => (deletedAt ? [{ id, deletedAt }] : []));
}
