import ipaddr from "ipaddr.js";

/** What the address of nobody in particular is called, for limits that must count somewhere. */
export const unknownAddress = "unknown";

/** How many bits of an IPv6 address name a customer: below, each may take as many addresses as they like. */
const customerBits = 64;

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

/** The address or network that an entry names, in one spelling; null where it is no address. */
export function networkOf(entry: string): string | null {
  const text = withoutPort(entry.trim());
  // Its other forms, such as `1` or `0x7f.1`, are no address that a proxy writes.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  if (!ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString();
  const parts = address.parts.map((part, index) => (index * 16 < customerBits ? part : 0));
  return `${new ipaddr.IPv6(parts).toString()}/${customerBits}`;
}

/** Some proxies write the port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, "$1");
}
