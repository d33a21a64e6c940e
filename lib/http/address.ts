import { createHash } from "node:crypto";

import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

import { networkOf } from "@/lib/core/network-addresses";

import { unknownAddress } from "./edge/client-address";
import { cameThroughEdge } from "./edge/request-note";

/**
 * The address a request came from, for rate limits, as the edge wrote it: an IPv4 address or a network of IPv6.
 * Whatever is neither, or did not come through the edge, counts as one unknown sender.
 */
export function addressOf(headers: Headers): string {
  const written = headers.get("x-forwarded-for") ?? "";
  const known = cameThroughEdge() && networkOf(written.replace(/\/64$/, ""));
  return known || unknownAddress;
}

/** The same of a request, as limits ask for it. */
export const addressed = ({ headers }: Pick<Request, "headers">) => ({
  address: addressOf(headers),
});

/** Whose idempotency keys a request speaks of: the user's, else those of where it came from, which is kept hashed. */
export function callerOf(ctx: Context, headers: Headers): string {
  const address = () => createHash("sha256").update(addressOf(headers)).digest("hex");
  return userOf(ctx)?.userId ?? `anonymous:${address()}`;
}
