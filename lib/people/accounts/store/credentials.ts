import { and, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";

import { accountLinks, loginSessions, refreshTokens, users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";

type RefreshRow = typeof refreshTokens.$inferSelect;

export type SessionRow = typeof loginSessions.$inferSelect;

export async function insertSession(
  ctx: Context,
  row: typeof loginSessions.$inferInsert,
): Promise<SessionRow> {
  const [session] = await ctx.db.insert(loginSessions).values(row).returning();
  if (!session) throw new Error("A login session was not stored.");
  return session;
}

/** A login session that is open at `now`; null for any other. */
export async function findOpenSession(
  ctx: Context,
  id: string,
  now: Date,
): Promise<SessionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(loginSessions)
    .where(and(eq(loginSessions.id, id), isOpen(now)));
  return row ?? null;
}

/** The user's login sessions that are open at `now`, those used last first. */
export async function findOpenSessions(
  ctx: Context,
  userId: string,
  now: Date,
): Promise<SessionRow[]> {
  return ctx.db
    .select()
    .from(loginSessions)
    .where(and(eq(loginSessions.userId, userId), isOpen(now)))
    .orderBy(desc(sql`coalesce(${loginSessions.seenAt}, ${loginSessions.startedAt})`))
    .limit(50);
}

/** Every login session of the user that is still kept, also those that ended, the latest first. */
export async function findAllSessions(ctx: Context, userId: string): Promise<SessionRow[]> {
  return ctx.db
    .select()
    .from(loginSessions)
    .where(eq(loginSessions.userId, userId))
    .orderBy(desc(loginSessions.startedAt));
}

/** Notes that a login session is used. */
export async function noteSeen(ctx: Context, id: string, now: Date): Promise<void> {
  await ctx.db.update(loginSessions).set({ seenAt: now }).where(eq(loginSessions.id, id));
}

/** The user's login session that began last, of those open at `now`; null for none. */
export async function findLatestSession(
  ctx: Context,
  userId: string,
  now: Date,
): Promise<SessionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(loginSessions)
    .where(and(eq(loginSessions.userId, userId), isOpen(now)))
    .orderBy(desc(loginSessions.startedAt))
    .limit(1);
  return row ?? null;
}

/** What an open login session is at `now`. */
export const isOpen = (now: Date) =>
  and(isNull(loginSessions.endedAt), gt(loginSessions.expiresAt, now)) ?? sql`false`;

/** Ends a login session: its access tokens, refresh tokens and cookie stop at once. */
export async function endSession(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .update(loginSessions)
    .set({ endedAt: ctx.clock.real() })
    .where(and(eq(loginSessions.id, id), isNull(loginSessions.endedAt)));
}

export async function insertRefreshToken(
  ctx: Context,
  row: typeof refreshTokens.$inferInsert,
): Promise<void> {
  await ctx.db.insert(refreshTokens).values(row);
}

/**
 * Uses up a refresh token that still works; null when it does not. Two callers cannot both get it. Whether its login
 * session is open is to be asked besides.
 */
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

/** Ends every login session of the user at once. The version stops tokens even where a session were missed. */
export async function closeSessions(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(users)
    .set({ tokenVersion: sql`${users.tokenVersion} + 1` })
    .where(eq(users.id, userId));
  await ctx.db
    .update(loginSessions)
    .set({ endedAt: ctx.clock.real() })
    .where(and(eq(loginSessions.userId, userId), isNull(loginSessions.endedAt)));
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
    .where(works(tokenHash, now))
    .returning({ userId: accountLinks.userId });
  return row?.userId ?? null;
}

/** Whose link it is, while it works. */
export async function findLink(ctx: Context, tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await ctx.db
    .select({ userId: accountLinks.userId })
    .from(accountLinks)
    .where(works(tokenHash, now));
  return row?.userId ?? null;
}

const works = (tokenHash: string, now: Date) =>
  and(
    eq(accountLinks.tokenHash, tokenHash),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, now),
  );

/** Uses up every link of the user that still works. */
export async function consumeLinks(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(accountLinks)
    .set({ usedAt: ctx.clock.real() })
    .where(and(eq(accountLinks.userId, userId), isNull(accountLinks.usedAt)));
}

/** Removes refresh tokens, login sessions and links that expired before `before`. Returns how many of each. */
export async function deleteExpired(
  ctx: Context,
  before: Date,
): Promise<{ refreshTokens: number; loginSessions: number; links: number }> {
  const tokens = await ctx.db.delete(refreshTokens).where(lte(refreshTokens.expiresAt, before));
  const sessions = await ctx.db.delete(loginSessions).where(lte(loginSessions.expiresAt, before));
  const links = await ctx.db.delete(accountLinks).where(lte(accountLinks.expiresAt, before));
  return { refreshTokens: tokens.count, loginSessions: sessions.count, links: links.count };
}
