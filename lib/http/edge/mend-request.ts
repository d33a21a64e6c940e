import type { IncomingMessage } from "node:http";

import { clientAddress } from "./client-address";
import { type Doorway, isApi, isChannel } from "./doors";

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
 * Makes a path one that the router finds. A part that cannot be decoded means what it says: `/stations/%ZZ` asks for a
 * station called `%ZZ`, which is not found, where the router would fail. And an address under /api is spelled as its
 * file is, since letter case says nothing there (api.md): of `/api/v1/stations/Nearby` the router would take `Nearby`
 * for an id. The live channel's clients end its path with a stroke, which the router would send them away for.
 */
export function mendPath(request: IncomingMessage, { apiPaths }: Pick<Doorway, "apiPaths">): void {
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const parts = path
    .split("/")
    .map((part) => (isDecodable(part) ? part : part.replaceAll("%", "%25")));
  const spelled = (isApi(request) ? asSpelled(parts, apiPaths) : parts).join("/");
  const mended = isChannel(request) ? spelled.replace(/\/$/, "") : spelled;
  if (mended !== path) request.url = [mended, ...query].join("?");
}

/** The parts of an API's path, fixed ones spelled as they are here; what stands for a parameter stays as it is. */
function asSpelled(parts: readonly string[], paths: readonly string[]): readonly string[] {
  const [first = "", , ...rest] = parts;
  const lowered = [first, "api", ...rest];
  // Nothing to look for: nearly every request.
  if (!/[A-Z%]/.test(lowered.join("/"))) return lowered;
  const found = paths
    .map((path) => path.split("/"))
    .filter(
      (own) =>
        own.length === lowered.length &&
        own.every((part, at) => isParameter(part) || isAlike(part, lowered[at] ?? "")),
    )
    // A name that is spelled out wins over one with a parameter in its place.
    .toSorted((one, other) => one.filter(isParameter).length - other.filter(isParameter).length)[0];
  return found?.map((part, at) => (isParameter(part) ? (lowered[at] ?? "") : part)) ?? lowered;
}

const isParameter = (part: string) => part.startsWith("{");
const isAlike = (own: string, asked: string) =>
  own.toLowerCase() === decodeURIComponent(asked).toLowerCase();

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
