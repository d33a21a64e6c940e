import { createHash } from "node:crypto";

import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

/**
 * The address a request came from, for rate limits. Next's server notes the connection's own address in
 * `x-forwarded-for`; a proxy in front appends the one it saw, so the last entry is the one nobody could invent.
 */
export function addressOf(headers: Headers): string {
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return entries.at(-1)?.trim() || "local";
}

/** Whose idempotency keys a request speaks of: the user's, else those of where it came from, which is kept hashed. */
export function callerOf(ctx: Context, headers: Headers): string {
  const address = () => createHash("sha256").update(addressOf(headers)).digest("hex");
  return userOf(ctx)?.userId ?? `anonymous:${address()}`;
}
