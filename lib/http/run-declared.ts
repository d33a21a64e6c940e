import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";

import { callerOf } from "./address";
import type { Saying } from "./contracts/contract-of";
import { projectionOf } from "./contracts/projection";
import { inTheirWords } from "./contracts/read-said";
import type { AnyDeclaration } from "./declaration";
import { fingerprintOf } from "./fingerprint";
import {
  findKey,
  idempotencyKeyOf,
  idempotencyModeOf,
  once,
  type KeptResult,
  type KeyedRequest,
} from "./idempotency";
import type { Input } from "./input";
import { keep, respond, respondKept, tagged } from "./respond";
import { inSteps } from "./steps";

/** By which of its names an endpoint was called. */
export interface Called {
  /** The contracts that have the name, the usual one first. */
  readonly offered: Saying["offered"];
  /** Its own path under /api/v1, where it was called by a name under /api. */
  readonly path?: string;
}

/**
 * Calls what the endpoint does, once for each key where one is sent, and makes its answer. Throws what it is refused with,
 * in the words of the contract that it was asked in.
 */
export async function runDeclared(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  input: Input,
  called: Called,
  headers: Headers,
): Promise<Response> {
  const { said } = input;
  headers.set("X-Request-Id", ctx.requestId);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Cache-Control", "no-store");
  const mode = idempotencyModeOf(declared, request.method, said.contract);
  const key = idempotencyKeyOf(request.headers, mode, said.bodyKey);
  const { contract } = said;
  const prepare = async () => declared.prepare?.(ctx, { ...input, request, contract } as never);
  const ask = projectionOf(declared, contract)?.run ?? declared.run;
  const call = async (ctx: Context, prepared: unknown) =>
    ask(ctx, { ...input, request, contract, prepared } as never);
  try {
    if (key === undefined) {
      const data = await call(ctx, await prepare());
      return await tagged(ctx, declared, request, respond(declared, request, input, data, headers));
    }
    const keyed = keyedOf(ctx, declared, request, key, input, called);
    const first = declared.prepare && !(await findKey(ctx, keyed));
    const prepared = first ? await prepare() : undefined;
    const work = async (ctx: Context) => call(ctx, prepared ?? (await prepare()));
    const { result, replayed } = declared.outcome
      ? await answerInSteps(ctx, declared, keyed, work, declared.outcome)
      : await once(ctx, keyed, async (ctx) => keep(declared, await work(ctx)));
    if (replayed) headers.set("Idempotency-Replayed", "true");
    return respondKept(declared, input, result, headers);
  } catch (error) {
    if (isAppError(error)) {
      await declared.refused?.(ctx, { ...input, request, contract, key } as never, error);
    }
    throw inTheirWords(error, said.written);
  }
}

function keyedOf(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  key: string,
  { raw, query, body }: Input,
  called: Called,
): KeyedRequest {
  const { pathname, searchParams } = new URL(request.url);
  const asked = {
    method: request.method,
    path: called.path ?? pathname,
    calledPath: pathname,
    query: searchParams,
    body: raw,
    // A schema leaves out of a file what its use case does not ask, such as the hash that tells it from others.
    meant: { query, body: declared.upload ? raw : body },
  };
  const fingerprint = fingerprintOf(asked, ctx.config.accessTokenKeys);
  const { early } = declared;
  return { caller: callerOf(ctx, request.headers), key, fingerprint, early };
}

async function answerInSteps(
  ctx: Context,
  declared: AnyDeclaration,
  keyed: KeyedRequest,
  run: (ctx: Context) => Promise<unknown>,
  outcome: (ctx: Context, subjectId: string) => Promise<unknown>,
): Promise<{ result: KeptResult; replayed: boolean }> {
  const { data, replayed } = await inSteps(ctx, keyed, { run, outcome });
  return { result: keep(declared, data), replayed };
}
