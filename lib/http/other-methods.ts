import type { Endpoint } from "./endpoint";
import { methodNotAllowed } from "./refusal";
import type { Method } from "./routes";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request) => Response;

/**
 * The methods that an address does not have: each answers 405 in our form with `Allow`, where Next would
 * answer without a body (api.md, Errors). `OPTIONS` says what the address does have.
 */
export function otherMethods(
  own: Readonly<Partial<Record<Method, Endpoint>>>,
): Readonly<Record<Method | "OPTIONS", Handler>> {
  const allowed = methods.filter((method) => own[method]);
  const refuse: Handler = (request) => methodNotAllowed(allowed, request);
  return {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: () => new Response(null, { status: 204, headers: { Allow: allowed.join(", ") } }),
  };
}
