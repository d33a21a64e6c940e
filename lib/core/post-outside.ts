import { lookup, type LookupAddress } from "node:dns";
import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

import { isAddress, isPublic } from "./network-addresses";
import { askOutside } from "./outside";

/** Why there was no answer: it took too long, leads into this network, or nobody was reached. */
type Failure = "TimedOut" | "AddressRefused" | "Unreachable";

/** No answer came; `code` is the system's word for it, where it has one. */
export class NoAnswer extends Error {
  constructor(
    neighbour: string,
    readonly failure: Failure,
    readonly code: string | null = null,
  ) {
    super(`${neighbour}: ${code ? `${failure} (${code})` : failure}`);
  }
}

/** What is posted, and how long somebody waits for what. */
export interface Post {
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
  /** In all: finding the address, the handshake and the answer. */
  readonly timeoutMs: number;
  /** Bytes of the answer that are read at most. */
  readonly mostRead: number;
  /** Somebody else chose the address: https alone, and to the internet alone. */
  readonly isForeign: boolean;
}

const refusedCode = "ADDRESS_REFUSED";

/**
 * Resolves a name and lets through what leads to the internet alone; where one of several addresses does not, none is
 * called. The connection is made to what was judged here: the name is asked once.
 */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error("ENOTFOUND"), []);
    if (!addresses.every(({ address }) => isPublic(address))) {
      return callback(Object.assign(new Error(refusedCode), { code: refusedCode }), []);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** The host without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, "");

/** Whether an address that somebody else chose may be called, as far as it says itself where it leads. */
export function isForeignCallable(url: URL): boolean {
  const host = hostOf(url);
  return url.protocol === "https:" && (!isAddress(host) || isPublic(host));
}

/**
 * Posts and answers what came back, whatever its status; follows no redirect and keeps the connection for nobody.
 * Throws `NoAnswer` where none came in time, or where the address leads where it may not.
 */
export async function postOutside(neighbour: string, post: Post) {
  const url = new URL(post.url);
  if (post.isForeign && !isForeignCallable(url)) throw new NoAnswer(neighbour, "AddressRefused");
  return askOutside(neighbour, () => send(neighbour, url, post));
}

function send(
  neighbour: string,
  url: URL,
  { headers, body, timeoutMs, mostRead, isForeign }: Post,
): Promise<{ readonly status: number; readonly body: Buffer }> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(failureOf(neighbour, error, signal));
    const sent = request(
      url,
      {
        method: "POST",
        agent: false,
        signal,
        ...(isForeign && { lookup: lookUpPublic }),
        headers: { ...headers, "content-length": Buffer.byteLength(body), connection: "close" },
      },
      (answer) => {
        const take = async () => {
          const read = await startOf(answer, mostRead);
          sent.destroy();
          resolve({ status: answer.statusCode ?? 0, body: read });
        };
        take().catch(fail);
      },
    );
    sent.on("error", fail);
    sent.end(body);
  });
}

/** As much of the answer as is read. */
async function startOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= most) break;
  }
  return Buffer.concat(parts);
}

function failureOf(neighbour: string, error: unknown, signal: AbortSignal): NoAnswer {
  if (signal.aborted) return new NoAnswer(neighbour, "TimedOut");
  const code = codeOf(error);
  return code === refusedCode
    ? new NoAnswer(neighbour, "AddressRefused")
    : new NoAnswer(neighbour, "Unreachable", code);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  return code ?? "ERROR";
}
