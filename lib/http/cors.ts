/** The origin that asks, where it may call the API from a browser; none may by default. */
function allowedOrigin(headers: Headers): string | undefined {
  const origin = headers.get("origin");
  return origin && isAllowedOrigin(origin) ? origin : undefined;
}

/** Whether pages of this other site may call us from a browser (CORS_ORIGINS). */
export const isAllowedOrigin = (origin: string): boolean =>
  (process.env.CORS_ORIGINS ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .includes(origin);

/** What an answer says to a page of another site: nothing, unless its origin is allowed. */
export function corsHeaders(headers: Headers): Readonly<Record<string, string>> {
  const origin = allowedOrigin(headers);
  return origin
    ? {
        Vary: "Origin",
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Expose-Headers":
          "Location, Retry-After, X-Request-Id, Idempotency-Replayed, " +
          "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, " +
          "X-Total-Count, Link, Baybook-Contract, Baybook-Ignored",
      }
    : { Vary: "Origin" };
}

/** The answer to a browser's question before the call itself. */
export function preflightHeaders(headers: Headers): Readonly<Record<string, string>> {
  if (!allowedOrigin(headers)) return { Vary: "Origin" };
  return {
    ...corsHeaders(headers),
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
    "Access-Control-Allow-Headers":
      "Authorization, Content-Type, Idempotency-Key, X-Request-Id, Baybook-Contract",
    "Access-Control-Max-Age": "600",
  };
}
