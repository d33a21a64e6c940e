import { anonymous, userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { plainUnits } from "@/lib/core/units";
import { requestContext } from "@/lib/process/context";
import { logger } from "@/lib/process/log";
import { observeRequest } from "@/lib/process/metrics";
import { defaultLocale } from "@/lib/words/say";

import { addressed } from "./address";
import { assertOwnPassword } from "./authenticate";
import { likelyContract } from "./contracts/contract-of";
import { noteContract } from "./contracts/say-answer";
import { corsHeaders } from "./cors";
import type { AnyDeclaration } from "./declaration";
import { identify } from "./identify";
import { readInput, type Input } from "./input";
import { countTry, countsAccounts, type CountedTry } from "./login-tries";
import { assertState, countHit, type LimitState } from "./rate-limits";
import { readerOf } from "./reader-locale";
import { loginPath } from "./navigation";
import { errorResponse, type Told } from "./refusal";
import { type Called, runDeclared } from "./run-declared";

/** Answers one request by its declaration; never throws. */
export async function answer(
  declared: AnyDeclaration,
  request: Request,
  params: Record<string, string>,
  called: Called,
): Promise<Response> {
  const startedAt = performance.now();
  const headers = new Headers(corsHeaders(request.headers));
  let told: Told = { requestId: newId(), locale: defaultLocale, units: plainUnits };
  let userId: string | undefined;
  let response: Response;
  try {
    const unknown = await requestContext(
      anonymous,
      request.headers.get("x-request-id") ?? undefined,
    );
    told = toldTo(unknown, called, request.headers);
    const sender = await identify(unknown, request, (state) => noteLimit(state, headers));
    const { actor, contract: claim } = sender;
    const known = { ...unknown, actor };
    told = toldTo(known, called, request.headers, claim);
    const ctx = { ...known, ...readerOf(known, request.headers) };
    userId = userOf(ctx)?.userId;
    noteLimit(await countHit(ctx, limitNameOf(declared), addressed(request)), headers);
    scopeOf(ctx, declared.permission);
    assertOwnPassword(sender, declared.permission);
    const saying = { offered: called.offered, claim };
    const input = await readInput(declared, request, params, saying, (said) => {
      noteContract(headers, said);
      told = { ...told, contract: said.contract };
    });
    const counted = await countedTry(ctx, declared, request, input, headers);
    response = await runDeclared(ctx, declared, request, input, called, headers);
    await counted?.forgive();
  } catch (error) {
    response = toLogin(declared, request, error) ?? errorResponse(error, told, headers);
  }
  const ms = performance.now() - startedAt;
  const { method } = request;
  observeRequest({ method, status: response.status, tag: declared.tag }, ms / 1000);
  logger.info({
    method,
    path: loggedPath(request.url, params),
    status: response.status,
    ms: Math.round(ms),
    userId,
    requestId: told.requestId,
  });
  return response;
}

/**
 * Whoever opens a document of ours in a browser, as by a message's link, and is signed out is led to the login and back,
 * as by a page; null for all others.
 */
function toLogin(
  { produces = [] }: AnyDeclaration,
  { method, headers, url }: Request,
  error: unknown,
): Response | null {
  const isBrowser =
    method === "GET" &&
    produces.includes("text/html") &&
    !headers.has("authorization") &&
    headers.get("accept")?.includes("text/html") === true;
  if (!isBrowser || !isAppError(error) || error.kind !== "Unauthorized") return null;
  const { pathname, search } = new URL(url);
  const location = loginPath(`${pathname}${search}`);
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
}

/** To whom it is told what is refused before the body is read: who calls, and how often. */
const toldTo = (ctx: Context, { offered }: Called, headers: Headers, claim?: Contract): Told => ({
  requestId: ctx.requestId,
  ...readerOf(ctx, headers),
  contract: likelyContract({ offered, headers, claim }),
});

/** The path without what names a person: an identity number stands in no log. */
function loggedPath(url: string, { nic }: Record<string, string>): string {
  const { pathname } = new URL(url);
  if (nic === undefined) return pathname;
  const isNic = (part: string) => part === nic || part === encodeURIComponent(nic);
  return pathname
    .split("/")
    .map((part) => (isNic(part) ? "{nic}" : part))
    .join("/");
}

const limitNameOf = (declared: AnyDeclaration) => declared.limit ?? "default";
/** Counts a try at the account that the body names, where the limit asks for it. */
async function countedTry(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  { body }: Input,
  headers: Headers,
): Promise<CountedTry | null> {
  const limit = limitNameOf(declared);
  const username = (body as { username?: string } | undefined)?.username;
  if (!countsAccounts(limit) || username === undefined) return null;
  const counted = await countTry(ctx, limit, { username, ...addressed(request) });
  if (counted) noteLimit(counted.state, headers);
  return counted;
}

function noteLimit(state: LimitState | null, headers: Headers): void {
  if (!state) return;
  headers.set("X-RateLimit-Limit", String(state.limit));
  headers.set("X-RateLimit-Remaining", String(state.remaining));
  headers.set("X-RateLimit-Reset", String(Math.ceil(state.resetAt.getTime() / 1000)));
  assertState(state);
}
