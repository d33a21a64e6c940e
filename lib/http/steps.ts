import { idempotencyKeys } from "@/db/schema/http";
import type { Context, StepKey } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

import { findKey, lockKey, type KeyedRequest } from "./idempotency";
import { usualPatience, waitFor, type Patience } from "./waiting";

/** Another request has the key: the step's transaction is to be undone, and this request waits. */
class KeyIsTaken extends Error {}

/** A use case in steps, as its declaration tells of it. */
interface Steps<T> {
  readonly run: (ctx: Context) => Promise<unknown>;
  /** What there is to answer, read from the subject; null while the outside has not answered. */
  readonly outcome: (ctx: Context, subjectId: string) => Promise<T | null>;
}

/**
 * Runs a use case that waits for the outside once per caller and key. Its key is stored with its first step, so
 * that whatever happens later the subject is found again: the same request waits until the subject has an answer,
 * whoever brings it, and gets that; another request with the key is refused (422). After a refusal in the first step
 * the key may be tried again; what is refused later stands with the subject. Throws idempotency.in_progress (409)
 * when the wait is over.
 */
export async function inSteps<T>(
  ctx: Context,
  request: KeyedRequest,
  { run, outcome }: Steps<T>,
  patience: Patience = usualPatience,
): Promise<{ data: T; replayed: boolean }> {
  let own: string | undefined;
  const look = async (): Promise<{ data: T; replayed: boolean } | null> => {
    let subjectId = own ?? (await subjectOf(ctx, request));
    if (subjectId === undefined) {
      try {
        subjectId = own = await take(ctx, request, run);
      } catch (error) {
        if (error instanceof KeyIsTaken) return null;
        throw error;
      }
    }
    const data = await outcome(ctx, subjectId);
    return data === null ? null : { data, replayed: own === undefined };
  };
  return (await look()) ?? waitFor(ctx, request.caller, look, patience);
}

/** The subject of the request that had the key before. Throws where that was another request. */
async function subjectOf(ctx: Context, request: KeyedRequest): Promise<string | undefined> {
  const kept = await findKey(ctx, request);
  if (!kept) return undefined;
  if (!request.fingerprint.isOf(kept.fingerprint) || kept.subjectId === null) {
    throw fail("idempotency.key_reused");
  }
  return kept.subjectId;
}

async function take(
  ctx: Context,
  request: KeyedRequest,
  run: (ctx: Context) => Promise<unknown>,
): Promise<string> {
  let subjectId: string | undefined;
  const { caller, key, fingerprint } = request;
  const stepKey: StepKey = {
    claim: async (ctx) => {
      const { isTaken, kept } = await lockKey(ctx, request);
      if (isTaken || kept) throw new KeyIsTaken();
    },
    keep: async (ctx, id) => {
      const createdAt = ctx.clock.now();
      const row = { caller, key, fingerprint: fingerprint.value, subjectId: id, createdAt };
      await ctx.db.insert(idempotencyKeys).values(row);
      subjectId = id;
    },
  };
  await run({ ...ctx, stepKey });
  if (subjectId === undefined) throw new Error("It is declared in steps, and took no first step.");
  return subjectId;
}
