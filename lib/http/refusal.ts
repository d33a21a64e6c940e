import { isDatabaseAway } from "@/db/client";
import { AppError, fail, type FieldError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

import { logger } from "@/lib/process/log";

/** Any thrown value as one of our refusals; what is not one is logged and answered without its words. */
export function refusalOf(error: unknown, requestId?: string): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) {
    logger.error({ err: error, requestId }, "database away");
    return fail("request.unavailable");
  }
  logger.error({ err: error, requestId }, "request failed");
  return fail("request.internal");
}

/** A refusal in the form that a server action returns. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Any thrown value in that form, in English. */
export function describeRefusal(error: unknown): Refusal {
  const { code, message, fields = [], details } = refusalOf(error);
  return { code, message, errors: fields, ...(details && { details }) };
}

/** A refusal as the API answers it (api.md, Errors). */
export function errorResponse(error: unknown, requestId: string, headers?: HeadersInit): Response {
  const refusal = refusalOf(error, requestId);
  const all = new Headers(headers);
  all.set("X-Request-Id", requestId);
  all.set("Cache-Control", "no-store");
  all.set("X-Content-Type-Options", "nosniff");
  if (refusal.status === 503) all.set("Retry-After", "2");
  if (refusal.status === 401) all.set("WWW-Authenticate", "Bearer");
  if (refusal.status === 429) {
    all.set("Retry-After", String(refusal.details?.seconds ?? 1));
  }
  return Response.json(
    {
      success: false,
      statusCode: refusal.status,
      error: refusal.kind,
      code: refusal.code,
      message: refusal.message,
      ...(refusal.fields && { errors: refusal.fields.map(answeredFault) }),
      ...(refusal.details && { details: refusal.details }),
      requestId,
    },
    { status: refusal.status, headers: all },
  );
}

/** A fault as the API tells it; its values are in the sentence. */
const answeredFault = ({ field, code, message }: FieldError) => ({ field, code, message });

/** The refusal of a method that an address does not answer, with those it does. */
export function methodNotAllowed(methods: readonly string[]): Response {
  const allowed = [...new Set(methods)];
  const headers = { Allow: allowed.join(", ") };
  return errorResponse(fail("request.method", { allowed }), newId(), headers);
}
