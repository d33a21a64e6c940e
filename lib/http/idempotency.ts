import { and, eq, sql } from "drizzle-orm";

import { idempotencyKeys } from "@/db/schema/http";
import { compiled, wholeRow } from "@/lib/core/compiled";
import { inTransaction, untilCommit, type Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail } from "@/lib/core/errors";
import { storable } from "@/lib/core/storable";

import type { IdempotencyMode } from "./declaration";
import type { Fingerprint } from "./fingerprint";
import { keepSecret, openSecret } from "./keep-secrets";
import { usualPatience, waitFor, type Patience } from "./waiting";

/** A result as it is kept for the next time its key is sent. */
export interface KeptResult<T = unknown> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly data: T;
}

/**
 * The request's key, of the header or of the body where the contract has it there; undefined where none is sent.
 * Throws where it is required and lacks, is malformed, or the two differ (400).
 */
export function idempotencyKeyOf(
  headers: Headers,
  mode: IdempotencyMode,
  bodyKey?: unknown,
): string | undefined {
  if (mode === "no") return undefined;
  const headerKey = headers.get("idempotency-key") ?? undefined;
  if (headerKey !== undefined && bodyKey !== undefined && headerKey !== bodyKey) {
    throw fail("idempotency.keys_differ");
  }
  const key = headerKey ?? bodyKey;
  if (key === undefined) {
    if (mode === "required" || mode === "steps") throw fail("idempotency.key_required");
    return undefined;
  }
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw fail("idempotency.key_invalid");
  }
  return key;
}

/**
 * How an endpoint treats a key, by method where it says nothing: accepted on every change (api.md, Idempotency). In
 * another contract than ours a required one is accepted alone, since its clients know of none (operations.md §3);
 * the product's first contract requires it as ours does.
 */
export function idempotencyModeOf(
  { idempotent }: { readonly idempotent?: IdempotencyMode },
  method: string,
  contract: Contract = "baybook",
): IdempotencyMode {
  const mode = idempotent ?? (method === "GET" || method === "HEAD" ? "no" : "accepted");
  return mode === "required" && contract === "ev-cms" ? "accepted" : mode;
}

/** Who sends which request under which key. */
export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  readonly fingerprint: Fingerprint;
  /** Whether the work begins before it is known that the key is new (`Declaration.early`). */
  readonly early?: boolean | undefined;
}

/** The key turned out to be another's: what the work did meanwhile is to be undone. */
class KeyIsNotNew extends Error {
  constructor(readonly kept: KeyRow | undefined) {
    super("The key is not new.");
  }
}

type KeyRow = typeof idempotencyKeys.$inferSelect;

/**
 * Runs the work once per caller and key: the result is kept in the work's own transaction, so a crash leaves
 * neither. The same request again gets the first result, and waits for it while the first still runs; where that is
 * refused or dies, it runs itself. The key with another request is refused (422). A refusal leaves nothing behind, so
 * its key may be tried again. Throws idempotency.in_progress (409) when the wait is over.
 */
export async function once<T>(
  ctx: Context,
  request: KeyedRequest,
  work: (ctx: Context) => Promise<KeptResult<T>>,
  patience: Patience = usualPatience,
): Promise<{ result: KeptResult<T>; replayed: boolean }> {
  const look = () => runOrRead(ctx, request, work);
  return (await look()) ?? waitFor(ctx, request.caller, look, patience);
}

/** The result, of this run or as it was kept; null while another request with the key runs. */
async function runOrRead<T>(
  ctx: Context,
  request: KeyedRequest,
  work: (ctx: Context) => Promise<KeptResult<T>>,
): Promise<{ result: KeptResult<T>; replayed: boolean } | null> {
  try {
    const result = await inTransaction(ctx, (ctx) => runNew(ctx, request, work));
    return { result, replayed: false };
  } catch (error) {
    if (!(error instanceof KeyIsNotNew)) throw error;
    const { kept } = error;
    if (!kept) return null;
    const { status, headers, data } = kept;
    if (!request.fingerprint.isOf(kept.fingerprint) || status === null) {
      throw fail("idempotency.key_reused");
    }
    // The fingerprint says that the same work wrote it.
    const given = openSecret(ctx, data as T, aboutOf(request));
    return { result: { status, headers: headers ?? {}, data: given }, replayed: true };
  }
}

/** Runs the work and keeps its result under the key. Throws KeyIsNotNew where another request has or had the key. */
async function runNew<T>(
  ctx: Context,
  request: KeyedRequest,
  work: (ctx: Context) => Promise<KeptResult<T>>,
): Promise<KeptResult<T>> {
  const run = () => work({ ...ctx, joinable: true });
  // What early work asks first is sent behind the question for the key, along with it. Both are waited for: nothing may
  // be sent any more when the transaction ends.
  const [locked, early] = await Promise.allSettled([
    lockKey(ctx, request),
    request.early ? run() : null,
  ]);
  const { isTaken, kept } = valueOf(locked);
  if (kept || isTaken) throw new KeyIsNotNew(kept);
  // Mended before it is answered, so that the first answer and the kept one are the same.
  const result = storable(valueOf(early) ?? (await run()));
  const createdAt = ctx.clock.now();
  const { caller, key, fingerprint } = request;
  const stored = { ...result, data: keepSecret(ctx, result.data, aboutOf(request)) };
  const row = { caller, key, fingerprint: fingerprint.value, ...stored, createdAt };
  await untilCommit(ctx, keepKey(ctx, row));
  return result;
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}

const aboutOf = ({ caller, key }: KeyedRequest) => `idempotency/${caller} ${key}`;

/** Takes the key for this transaction, unless another has it, and reads what it gave before, in that order. */
export async function lockKey(
  ctx: Context,
  { caller, key }: Pick<KeyedRequest, "caller" | "key">,
): Promise<{ isTaken: boolean; kept: KeyRow | undefined }> {
  // A connection answers in order, so the row is read behind the lock.
  const [[lock], kept] = await Promise.all([
    tryLock(ctx, { name: `${caller} ${key}` }),
    findKey(ctx, { caller, key }),
  ]);
  return { isTaken: !lock?.taken, kept };
}

const tryLock = compiled<{ name: string }, { taken: boolean }[]>(({ db }, value) =>
  db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${value("name")}, 0)) as taken`,
  ),
);

/** What was kept under the key. */
export async function findKey(
  ctx: Context,
  { caller, key }: Pick<KeyedRequest, "caller" | "key">,
): Promise<KeyRow | undefined> {
  const [row] = await keyRows(ctx, { caller, key });
  return row;
}

const keyRows = compiled<Pick<KeyRow, "caller" | "key">, KeyRow[]>(({ db }, value) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.caller, value("caller")), eq(idempotencyKeys.key, value("key")))),
);

const keepKey = compiled<Omit<KeyRow, "subjectId">, unknown>(({ db }, value) =>
  db.insert(idempotencyKeys).values(wholeRow(idempotencyKeys, value, "subjectId")),
);
