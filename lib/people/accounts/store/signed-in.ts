import { and, eq, inArray, sql } from "drizzle-orm";

import { loginSessions, users } from "@/db/schema/accounts";
import { anonymous } from "@/lib/core/actor";
import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";

import { type AccountRow, selectAccounts } from "./accounts";
import { isOpen } from "./credentials";

/**
 * An account, and when the login session that was asked for was used last, in seconds since 1970; null where it is none
 * of its own, or has ended.
 */
export type SignedInAccount = AccountRow & { readonly seenSeconds: number | null };

/** The account, and whether this login session is one of its own that is open at `now`. One query. */
export async function findSignedIn(
  ctx: Context,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
  now: Date,
): Promise<SignedInAccount | null> {
  const [row] = await signedIn(ctx, { userId, sessionId, now });
  return row ?? null;
}

// Sent with every request.
const signedIn = compiled<{ userId: string; sessionId: string; now: Date }, SignedInAccount[]>(
  (ctx, value) => {
    // When it was used last; nothing where it is none of theirs, or has ended.
    const open = ctx.db
      .select({
        at: sql`extract(epoch from coalesce(${loginSessions.seenAt}, ${loginSessions.startedAt}))::float8`,
      })
      .from(loginSessions)
      .where(
        and(
          eq(loginSessions.id, value("sessionId")),
          eq(loginSessions.userId, users.id),
          isOpen(value("now")),
        ),
      );
    // Nobody asks yet.
    return selectAccounts(
      { ...ctx, actor: anonymous },
      { seenSeconds: sql<number | null>`${open}` },
    ).where(eq(users.id, value("userId")));
  },
);

/** The accounts of these people, each with those of the login sessions that are open. */
export async function findSignedInOf(
  ctx: Context,
  signedIn: readonly { readonly userId: string; readonly sessionId: string }[],
  now: Date,
): Promise<(AccountRow & { readonly openSessions: readonly string[] })[]> {
  const ids = signedIn.map(({ sessionId }) => sessionId);
  if (ids.length === 0) return [];
  const open = ctx.db
    .select({ id: loginSessions.id })
    .from(loginSessions)
    .where(and(inArray(loginSessions.id, ids), eq(loginSessions.userId, users.id), isOpen(now)));
  return selectAccounts(ctx, { openSessions: sql<string[]>`array(${open})` }).where(
    inArray(
      users.id,
      signedIn.map(({ userId }) => userId),
    ),
  );
}
