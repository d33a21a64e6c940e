import { isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { anonymous } from "@/lib/core/actor";
import type { Contract } from "@/lib/core/contract";
import { AppError, fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Units } from "@/lib/core/units";
import { processLocales } from "@/lib/process/context";
import { logger } from "@/lib/process/log";
import { rulesIn } from "@/lib/words/rule-words";
import type { Locale } from "@/lib/words/say";

import { noteContract } from "./contracts/say-answer";
import { corsHeaders } from "./cors";
import { evcmsRefusal } from "./evcms/refusals";
import { readerOf } from "./reader-locale";
import { type Refusal, wordRefusal } from "./word-refusal";

/** Any thrown value as one of our refusals; what is not one is logged and answered without its words. */
export function refusalOf(error: unknown, requestId?: string): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) {
    logger.error({ err: error, requestId }, "database away");
    return fail("request.unavailable");
  }
  if (isDatabaseSlow(error)) {
    logger.error({ err: error, requestId }, "a statement took too long");
    return fail("request.timed_out");
  }
  logger.error({ err: error, requestId }, "request failed");
  return fail("request.internal");
}

/** Any thrown value in the form that a server action returns, in English. */
export function describeRefusal(error: unknown): Refusal {
  const { code, message, fields = [], details } = refusalOf(error);
  return { code, message, errors: fields, ...(details && { details }) };
}

/** To whom a refusal is told, by which request. */
export interface Told {
  readonly requestId: string;
  readonly locale: Locale;
  /** By which clock; 14:05 where nobody is known. */
  readonly units?: Units;
  /** In whose form, where it differs: EV-CMS's clients look for words and a field of their own. */
  readonly contract?: Contract;
}

/** A request, as far as a refusal asks. */
type Headed = Pick<Request, "headers">;

/** The same where nobody is known yet: by a new number, in the language that the request asks for. */
export const strangerOf = ({ headers }: Headed): Told => ({
  requestId: newId(),
  ...readerOf({ actor: anonymous, config: { locales: processLocales() } }, headers),
});

/** A refusal as the API answers it (api.md, Errors), in the reader's language. */
export function errorResponse(
  error: unknown,
  { requestId, locale, units, contract }: Told,
  headers?: HeadersInit,
): Response {
  const refusal = refusalOf(error, requestId);
  const said = wordRefusal(describeRefusal(refusal), rulesIn(locale, units));
  const all = new Headers(headers);
  // What is refused before the body is read says in whose form, too.
  if (contract && !all.has("Baybook-Contract")) noteContract(all, { contract, ignored: [] });
  all.set("Content-Language", locale);
  all.set("X-Request-Id", requestId);
  all.set("Cache-Control", "no-store");
  all.set("X-Content-Type-Options", "nosniff");
  if (refusal.status === 503) all.set("Retry-After", "2");
  if (refusal.status === 401) all.set("WWW-Authenticate", "Bearer");
  const seconds = Number(refusal.details?.seconds ?? 1);
  if (refusal.status === 429) all.set("Retry-After", String(seconds));
  return Response.json(
    {
      success: false,
      statusCode: refusal.status,
      error: refusal.kind,
      code: refusal.code,
      message: said.message,
      ...(refusal.fields && { errors: said.errors }),
      ...(refusal.details && { details: refusal.details }),
      requestId,
      ...(contract === "ev-cms" && evcmsRefusal(refusal, seconds)),
    },
    { status: refusal.status, headers: all },
  );
}

/** A refusal before anybody is known, which a page of an allowed origin may read as any answer (api.md, CORS). */
export function refuse(request: Headed, error: unknown, headers?: HeadersInit): Response {
  const all = new Headers(corsHeaders(request.headers));
  for (const [name, value] of new Headers(headers)) all.set(name, value);
  return errorResponse(error, strangerOf(request), all);
}

/** The refusal of a method that an address does not answer, with those it does. */
export function methodNotAllowed(methods: readonly string[], request: Headed): Response {
  const allowed = [...new Set(methods)];
  return refuse(request, fail("request.method", { allowed }), { Allow: allowed.join(", ") });
}

/** The refusal of an address that is not one of ours. */
export const nothingHere = (request: Request): Response =>
  refuse(request, fail("request.not_found"));
