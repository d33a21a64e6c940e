import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";

import { passkeyChallenges, passkeys } from "@/db/schema/passkeys";
import type { Context } from "@/lib/core/context";
import type { Counts } from "@/lib/core/job";

import type { PasskeyPurpose } from "./schema";

export type PasskeyRow = typeof passkeys.$inferSelect;

/** Keeps a challenge; those whose time is over go. */
export async function insertChallenge(
  ctx: Context,
  row: typeof passkeyChallenges.$inferInsert,
  now: Date,
): Promise<void> {
  await ctx.db.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, now));
  await ctx.db.insert(passkeyChallenges).values(row);
}

/** Uses a challenge up; null where it was used, is over, or was asked for another purpose. Two cannot both have it. */
export async function takeChallenge(
  ctx: Context,
  challenge: string,
  { purpose, now }: { readonly purpose: PasskeyPurpose; readonly now: Date },
): Promise<{ userId: string | null } | null> {
  const [row] = await ctx.db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challenge, challenge),
        eq(passkeyChallenges.purpose, purpose),
        gt(passkeyChallenges.expiresAt, now),
      ),
    )
    .returning({ userId: passkeyChallenges.userId });
  return row ?? null;
}

export async function findPasskeys(ctx: Context, userId: string): Promise<PasskeyRow[]> {
  return ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

export async function findByCredential(
  ctx: Context,
  credentialId: string,
): Promise<PasskeyRow | null> {
  const [row] = await ctx.db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

/** Keeps the account's passkeys from being added to until the transaction ends. */
export async function lockPasskeys(ctx: Context, userId: string): Promise<void> {
  const name = `passkeys:${userId}`;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The new passkey; null where somebody has that credential already. */
export async function insertPasskey(
  ctx: Context,
  row: typeof passkeys.$inferInsert,
): Promise<PasskeyRow | null> {
  const [stored] = await ctx.db.insert(passkeys).values(row).onConflictDoNothing().returning();
  return stored ?? null;
}

/** Notes a use; false where the counter is not the one that was seen, so that two uses cannot both count the same. */
export async function noteUse(
  ctx: Context,
  seen: PasskeyRow,
  used: { readonly counter: number; readonly at: Date },
): Promise<boolean> {
  const rows = await ctx.db
    .update(passkeys)
    .set({ counter: used.counter, lastUsedAt: used.at })
    .where(and(eq(passkeys.id, seen.id), eq(passkeys.counter, seen.counter)))
    .returning({ id: passkeys.id });
  return rows.length === 1;
}

const own = (id: string, userId: string) => and(eq(passkeys.id, id), eq(passkeys.userId, userId));

/** The account's own passkey with its new name; null where it has none of that id. */
export async function renameOwn(
  ctx: Context,
  { id, userId, name }: { readonly id: string; readonly userId: string; readonly name: string },
): Promise<PasskeyRow | null> {
  const [row] = await ctx.db.update(passkeys).set({ name }).where(own(id, userId)).returning();
  return row ?? null;
}

/** Removes the account's own passkey; false where it has none of that id. */
export async function deleteOwn(
  ctx: Context,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const rows = await ctx.db.delete(passkeys).where(own(id, userId)).returning({ id: passkeys.id });
  return rows.length === 1;
}

/** Removes all of the account's; their ids. */
export async function deleteAll(ctx: Context, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .delete(passkeys)
    .where(eq(passkeys.userId, userId))
    .returning({ id: passkeys.id });
  return rows.map(({ id }) => id);
}

/** How many the account has. */
export async function countPasskeys(ctx: Context, userId: string): Promise<number> {
  return ctx.db.$count(passkeys, eq(passkeys.userId, userId));
}

export async function findNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: passkeys.id, name: passkeys.name })
    .from(passkeys)
    .where(inArray(passkeys.id, [...ids]));
}

/** Removes everything by which the person could sign in. */
export async function eraseOf(ctx: Context, userId: string): Promise<Counts> {
  const keys = await ctx.db.delete(passkeys).where(eq(passkeys.userId, userId));
  await ctx.db.delete(passkeyChallenges).where(eq(passkeyChallenges.userId, userId));
  return { passkeys: keys.count };
}
