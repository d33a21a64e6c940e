import { createHash } from "node:crypto";

import { anonymous, userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Page } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";
import { requestContext } from "@/lib/process/context";
import { logger } from "@/lib/process/log";
import { observeRequest } from "@/lib/process/metrics";

import { addressOf, callerOf } from "./address";
import { authenticate } from "./authenticate";
import { corsHeaders } from "./cors";
import { isContent, type AnyDeclaration, type Content } from "./declaration";
import { fingerprintOf } from "./fingerprint";
import { idempotencyKeyOf, isKnownKey, once, type KeptResult } from "./idempotency";
import { readInput, type Input } from "./input";
import { countHit, countsAccounts, limitExceeded, type LimitState } from "./rate-limits";
import { errorResponse } from "./refusal";

/** `v1`: the envelope of api.md; `bare`: `data` alone, for the core names. */
export type Envelope = "v1" | "bare";

/** By which of its names an endpoint was called. */
export interface Called {
  readonly envelope: Envelope;
  /** Its own path under /api/v1, where it was called by a core name. */
  readonly path?: string;
}

/** Answers one request by its declaration; never throws. */
export async function answer(
  declared: AnyDeclaration,
  request: Request,
  params: Record<string, string>,
  called: Called,
): Promise<Response> {
  const startedAt = performance.now();
  const headers = new Headers(corsHeaders(request.headers));
  let requestId = newId();
  let userId: string | undefined;
  let response: Response;
  try {
    const unknown = await requestContext(
      anonymous,
      request.headers.get("x-request-id") ?? undefined,
    );
    requestId = unknown.requestId;
    const ctx = { ...unknown, actor: await authenticate(unknown, request) };
    userId = userOf(ctx)?.userId;
    scopeOf(ctx, declared.permission);
    const input = await limited(ctx, declared, request, params, headers);
    response = await run(ctx, declared, request, input, called, headers);
  } catch (error) {
    response = errorResponse(error, requestId, headers);
  }
  const ms = performance.now() - startedAt;
  const { method } = request;
  observeRequest({ method, status: response.status, tag: declared.tag }, ms / 1000);
  logger.info({
    method,
    path: new URL(request.url).pathname,
    status: response.status,
    ms: Math.round(ms),
    userId,
    requestId,
  });
  return response;
}

/** Reads the input and counts the call; one that is counted by its account too is read first. */
async function limited(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  params: Record<string, string>,
  headers: Headers,
): Promise<Input> {
  const limit = declared.limit ?? "default";
  const address = addressOf(request.headers);
  const byAccount = countsAccounts(limit);
  if (!byAccount) noteLimit(await countHit(ctx, limit, { address }), headers);
  const input = await readInput(declared, request, params);
  if (byAccount) {
    const account = (input.body as { username?: string } | undefined)?.username;
    noteLimit(await countHit(ctx, limit, { address, account }), headers);
  }
  return input;
}

function noteLimit(state: LimitState | null, headers: Headers): void {
  if (!state) return;
  headers.set("X-RateLimit-Limit", String(state.limit));
  headers.set("X-RateLimit-Remaining", String(state.remaining));
  headers.set("X-RateLimit-Reset", String(Math.ceil(state.resetAt.getTime() / 1000)));
  if (state.exceeded) throw limitExceeded(state);
}

async function run(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  input: Input,
  called: Called,
  headers: Headers,
): Promise<Response> {
  const { envelope } = called;
  headers.set("X-Request-Id", ctx.requestId);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Cache-Control", "no-store");
  const mode = declared.idempotent ?? (request.method === "POST" ? "accepted" : "no");
  const key = idempotencyKeyOf(request.headers, mode);
  const prepare = async () => declared.prepare?.(ctx, { ...input, request } as never);
  const call = async (ctx: Context, prepared: unknown) =>
    declared.run(ctx, { ...input, request, prepared } as never);
  if (key === undefined) {
    const data = await call(ctx, await prepare());
    return tagged(ctx, declared, request, respond(declared, input, data, envelope, headers));
  }

  const caller = callerOf(ctx, request.headers);
  const { pathname, searchParams: query } = new URL(request.url);
  const fingerprint = fingerprintOf({
    method: request.method,
    path: called.path ?? pathname,
    calledPath: pathname,
    query,
    body: input.raw,
  });
  const first = declared.prepare && !(await isKnownKey(ctx, caller, key));
  const prepared = first ? await prepare() : undefined;
  const { result, replayed } = await once(ctx, { caller, key, fingerprint }, async (ctx) =>
    keep(declared, await call(ctx, prepared ?? (await prepare()))),
  );
  if (replayed) headers.set("Idempotency-Replayed", "true");
  for (const [name, value] of Object.entries(result.headers)) headers.set(name, value);
  return json(result.data, result.status, envelope, headers);
}

function keep(declared: AnyDeclaration, data: unknown): KeptResult {
  const location = declared.location?.(data as never);
  return {
    status: declared.status ?? 200,
    headers: location ? { Location: location } : {},
    data: data ?? null,
  };
}

function respond(
  declared: AnyDeclaration,
  input: Input,
  data: unknown,
  envelope: Envelope,
  headers: Headers,
): Response {
  if (isContent(data)) return contentResponse(data, headers);
  if (declared.status === 204) return new Response(null, { status: 204, headers });
  const { status, headers: kept } = keep(declared, data);
  if (kept.Location) headers.set("Location", kept.Location);
  if (declared.paged) return pageResponse(data as Page<unknown>, input, envelope, headers);
  return json(data, status, envelope, headers);
}

function json(data: unknown, status: number, envelope: Envelope, headers: Headers): Response {
  return Response.json(envelope === "v1" ? { success: true, data } : data, { status, headers });
}

function pageResponse(
  page: Page<unknown>,
  input: Input,
  envelope: Envelope,
  headers: Headers,
): Response {
  if (envelope === "bare") return json(page.items, 200, envelope, headers);
  const { page: number, limit } = input.query as { page: number; limit: number };
  const totalPages = Math.ceil(page.total / limit);
  const pagination = {
    total: page.total,
    page: number,
    limit,
    totalPages,
    hasNext: number < totalPages,
    hasPrev: number > 1 && totalPages > 0,
  };
  return Response.json({ success: true, data: page.items, pagination }, { headers });
}

function contentResponse(file: Content, headers: Headers): Response {
  headers.set("Content-Type", file.contentType);
  if (file.filename) headers.set("Content-Disposition", `inline; filename="${file.filename}"`);
  for (const [name, value] of Object.entries(file.headers ?? {})) headers.set(name, value);
  const body = typeof file.content === "string" ? file.content : new Uint8Array(file.content);
  return new Response(body, { headers });
}

/** Public data may be kept, but is asked for anew each time; unchanged, it is not sent again (api.md, Caching). */
async function tagged(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  response: Response,
): Promise<Response> {
  if (declared.cache !== "public") return response;
  const { status, headers } = response;
  const body = await response.text();
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", tag);
  // What staff see of their own stations is for themselves.
  const whose = ctx.actor.kind === "Anonymous" ? "public" : "private";
  headers.set("Cache-Control", `${whose}, max-age=0, must-revalidate`);
  headers.append("Vary", "Authorization, Cookie");
  if (request.headers.get("if-none-match") === tag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

/** The refusal of an address that is not one of ours. */
export function nothingHere(): Response {
  return errorResponse(fail("request.not_found"), newId());
}
