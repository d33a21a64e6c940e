import { and, eq, sql } from "drizzle-orm";

import { idempotencyKeys } from "@/db/schema/http";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

import type { IdempotencyMode } from "./declaration";
import type { Fingerprint } from "./fingerprint";

/** A result as it is kept for the next time its key is sent. */
export interface KeptResult<T = unknown> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly data: T;
}

/** The request's key; undefined where none is sent. Throws where it is required or malformed (400). */
export function idempotencyKeyOf(headers: Headers, mode: IdempotencyMode): string | undefined {
  if (mode === "no") return undefined;
  const key = headers.get("idempotency-key");
  if (key === null) {
    if (mode === "required") throw fail("idempotency.key_required");
    return undefined;
  }
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw fail("idempotency.key_invalid");
  return key;
}

/**
 * Runs the work once per caller and key: the result is kept in the work's own transaction, so a crash leaves
 * neither. The same request again gets the first result; the key with another request is refused (422), and
 * while the first still runs, too (409). A refusal leaves nothing behind, so its key may be tried again.
 */
export async function once<T>(
  ctx: Context,
  request: { caller: string; key: string; fingerprint: Fingerprint },
  work: (ctx: Context) => Promise<KeptResult<T>>,
): Promise<{ result: KeptResult<T>; replayed: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const kept = await lockKey(ctx, request.caller, request.key);
    if (kept) {
      if (!request.fingerprint.isOf(kept.fingerprint)) throw fail("idempotency.key_reused");
      // The fingerprint says that the same work wrote it.
      return { result: kept as KeptResult<T>, replayed: true };
    }
    const result = await work({ ...ctx, joinable: true });
    await ctx.db.insert(idempotencyKeys).values({
      ...request,
      fingerprint: request.fingerprint.value,
      ...result,
      createdAt: ctx.clock.now(),
    });
    return { result, replayed: false };
  });
}

/** Whether the key has an answer already. Without a lock: it may have one a moment later. */
export async function isKnownKey(ctx: Context, caller: string, key: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.caller, caller), eq(idempotencyKeys.key, key)));
  return rows.length > 0;
}

/** Takes the key for this transaction and reads what it gave before, in that order. */
async function lockKey(
  ctx: Context,
  caller: string,
  key: string,
): Promise<(KeptResult & { fingerprint: string }) | undefined> {
  // Sent together: a connection answers in order, so the row is read behind the lock.
  const [[lock], [row]] = await Promise.all([
    ctx.db.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`${caller} ${key}`}, 0)) as taken`,
    ),
    ctx.db
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.caller, caller), eq(idempotencyKeys.key, key))),
  ]);
  if (!lock?.taken) throw fail("idempotency.in_progress");
  return row;
}
