import type { IncomingMessage } from "node:http";

import { clientAddress } from "./client-address";
import type { Doorway } from "./doors";

/**
 * Makes the headers true that say where a request came from and what it asked for, whoever wrote them: the client's
 * address, which is answered too, and this site's own address instead of any that a client or proxy names.
 */
export function mendHeaders(
  request: IncomingMessage,
  { baseUrl, trustedProxies }: Doorway,
): string {
  const { headers } = request;
  const site = new URL(baseUrl);
  const sender = clientAddress({
    connection: request.socket.remoteAddress,
    forwardedFor: headers["x-forwarded-for"]?.toString(),
    trustedProxies,
  });
  headers["x-forwarded-for"] = sender;
  // Next takes these as they are, else the connection's own. A proxy that hands on its own Host says nothing of ours.
  if (headers.origin === site.origin) headers["x-forwarded-host"] = site.host;
  else delete headers["x-forwarded-host"];
  headers["x-forwarded-proto"] = site.protocol.slice(0, -1);
  delete headers["x-forwarded-port"];
  delete headers.forwarded;
  return sender;
}

/**
 * Has a part of the path that cannot be decoded mean what it says: `/stations/%ZZ` asks for a station called `%ZZ`,
 * which is not found, where the router would fail.
 */
export function mendPath(request: IncomingMessage): void {
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const mended = path
    .split("/")
    .map((part) => (isDecodable(part) ? part : part.replaceAll("%", "%25")))
    .join("/");
  if (mended !== path) request.url = [mended, ...query].join("?");
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
