/**
 * The address a request came from, for rate limits. Next's server notes the connection's own address in
 * `x-forwarded-for`; a proxy in front appends the one it saw, so the last entry is the one nobody could invent.
 */
export function addressOf(headers: Headers): string {
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return entries.at(-1)?.trim() || "local";
}
