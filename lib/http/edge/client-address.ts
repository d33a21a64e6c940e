import { networkOf } from "@/lib/core/network-addresses";

/** What the address of nobody in particular is called, for limits that must count somewhere. */
export const unknownAddress = "unknown";

/**
 * Where a request came from: the address of the connection itself, or, behind `trustedProxies` proxies of ours that
 * each append whom they saw to `X-Forwarded-For`, the entry that the outermost of them wrote. What stands further left
 * is the client's own invention. An entry that is no address falls back to the nearest to its right that is one.
 * IPv4 in full, IPv6 as its network of 64 bits (`2001:db8:0:1::/64`), so that it is 43 characters at most.
 */
export function clientAddress(from: {
  readonly connection: string | undefined;
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: number;
}): string {
  const entries = from.trustedProxies > 0 ? (from.forwardedFor ?? "").split(",") : [];
  // From the nearest to the farthest, and no farther than those whom we trust have seen.
  const seen = [...entries, from.connection ?? ""]
    .toReversed()
    .slice(0, from.trustedProxies + 1)
    .map(networkOf);
  return seen.findLast((address) => address !== null) ?? unknownAddress;
}
