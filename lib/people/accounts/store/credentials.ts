import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";

import { accountLinks, refreshTokens, users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";

type RefreshRow = typeof refreshTokens.$inferSelect;

export async function insertRefreshToken(
  ctx: Context,
  row: typeof refreshTokens.$inferInsert,
): Promise<void> {
  await ctx.db.insert(refreshTokens).values(row);
}

/** Uses up a refresh token that still works; null when it does not. Two callers cannot both get it. */
export async function takeRefreshToken(
  ctx: Context,
  tokenHash: string,
  now: Date,
): Promise<RefreshRow | null> {
  const [row] = await ctx.db
    .update(refreshTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(refreshTokens.tokenHash, tokenHash),
        isNull(refreshTokens.usedAt),
        isNull(refreshTokens.revokedAt),
        gt(refreshTokens.expiresAt, now),
      ),
    )
    .returning();
  return row ?? null;
}

export async function findRefreshToken(
  ctx: Context,
  tokenHash: string,
): Promise<RefreshRow | null> {
  const [row] = await ctx.db
    .select()
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return row ?? null;
}

export async function revokeFamily(ctx: Context, familyId: string): Promise<void> {
  await ctx.db
    .update(refreshTokens)
    .set({ revokedAt: ctx.clock.real() })
    .where(and(eq(refreshTokens.familyId, familyId), isNull(refreshTokens.revokedAt)));
}

/** Stops every access token, refresh token and browser session of the user at once. */
export async function closeSessions(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(users)
    .set({ tokenVersion: sql`${users.tokenVersion} + 1` })
    .where(eq(users.id, userId));
  await ctx.db
    .update(refreshTokens)
    .set({ revokedAt: ctx.clock.real() })
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)));
}

export async function insertLink(
  ctx: Context,
  row: typeof accountLinks.$inferInsert,
): Promise<void> {
  await ctx.db.insert(accountLinks).values(row);
}

/** Uses up a link that still works and says whose it is; null when it does not. Two callers cannot both get it. */
export async function takeLink(ctx: Context, tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await ctx.db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountLinks.tokenHash, tokenHash),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .returning({ userId: accountLinks.userId });
  return row?.userId ?? null;
}

/** Uses up every link of the user that still works. */
export async function consumeLinks(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(accountLinks)
    .set({ usedAt: ctx.clock.real() })
    .where(and(eq(accountLinks.userId, userId), isNull(accountLinks.usedAt)));
}

/** Removes refresh tokens and links that expired before `before`. Returns how many of each. */
export async function deleteExpired(
  ctx: Context,
  before: Date,
): Promise<{ refreshTokens: number; links: number }> {
  const tokens = await ctx.db.delete(refreshTokens).where(lte(refreshTokens.expiresAt, before));
  const links = await ctx.db.delete(accountLinks).where(lte(accountLinks.expiresAt, before));
  return { refreshTokens: tokens.count, links: links.count };
}
