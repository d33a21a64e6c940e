import type { IncomingMessage } from "node:http";

import { formOverhead, largestUpload, loginBody, plainBody } from "../body-limits";
import { isOwnOrigin } from "../own-origin";
import type { KeptPages } from "./kept-pages";

/** What the edge was told of where it stands. */
export interface Doorway {
  /** Where users reach us, without a trailing slash. */
  readonly baseUrl: string;
  /** How many proxies of ours stand before this server. */
  readonly trustedProxies: number;
  /** The addresses under /api that have a file of their own, such as `/api/v1/stations/{id}`. */
  readonly apiPaths: readonly string[];
  /** Whether connections may become something else, as those that tell a browser in development of changes. */
  readonly mayUpgrade?: boolean;
  /** Whether there is a gateway (GATEWAY_URL), to which `proxy.ts` leads the apps' live channel. */
  readonly hasGateway?: boolean;
  /** Says of a path whether it names a file that is not there. */
  readonly isMissing?: (path: string) => boolean;
  /** Where public pages are kept; without it, each is made anew. */
  readonly pages?: KeptPages;
  /** How long a body may take before its pace is judged, in milliseconds; 20 s unless told. */
  readonly graceMs?: number;
}

/** Every method that an address of ours may have. */
export const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export const isKnownMethod = ({ method = "" }: IncomingMessage) =>
  (knownMethods as readonly string[]).includes(method);

/** The path without its query. */
export const pathOf = ({ url = "/" }: IncomingMessage) => url.split("?", 1)[0] ?? "/";

/** Where apps have their live channel; the gateway behind it asks whose page wants to use it. */
export const isChannel = (request: IncomingMessage) => /^\/socket\.io\/?$/.test(pathOf(request));

export const isApi = (request: IncomingMessage) => /^\/api(\/|$)/i.test(pathOf(request));

/** How many bytes of a body are let in. A declaration may take fewer, and JSON has less room (`body.ts`). */
export function bodyLimitOf(request: IncomingMessage): number {
  if (/^\/api\/auth\//i.test(pathOf(request))) return loginBody;
  return isApi(request) ? largestUpload + formOverhead : plainBody;
}

/**
 * Whether a page of another site sends a form or an action here. Next refuses it too, as an error of ours (500). One
 * without an Origin passes, as there: browsers that leave it out of a form are those of old.
 */
export function isForeignAction(request: IncomingMessage, { baseUrl }: Doorway): boolean {
  const { origin, host } = request.headers;
  if (
    readingMethods.has(request.method ?? "") ||
    isApi(request) ||
    isChannel(request) ||
    origin === undefined
  ) {
    return false;
  }
  return !isOwnOrigin(origin, host, baseUrl);
}
