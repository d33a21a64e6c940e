import ipaddr from "ipaddr.js";

/** How many bits of an IPv6 address name a customer: below, each may take as many addresses as they like. */
const customerBits = 64;

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

/** Whether a host is an address in numbers, in whichever of its spellings. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host);

/**
 * Whether an address is one of the internet: not private, loopback, link-local, of a carrier, unique-local, mapped or
 * tunnelled (those would lead to any of the others), nor reserved for anything else.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // Of IPv6 only 2000::/3 was ever given out; `::127.0.0.1` and its like lie elsewhere.
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
