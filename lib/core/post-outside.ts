import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { callbackify } from "node:util";

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

/** Names that never lead to the internet (RFC 6761, 6762), whatever a file or a name server here says of them. */
const localName = /(?:^|\.)(?:localhost|local)\.?$/i;

/** How long one name server has, and how often it is asked: a name whose server never answers ends for itself. */
const asking = { timeout: 2_000, tries: 2 } as const;

/**
 * The addresses of a name, of both kinds. Asked of the name servers, and not of the system: of the system's lookups
 * this process runs few at a time, and one that hangs cannot be called off.
 */
async function addressesOf(hostname: string): Promise<LookupAddress[]> {
  const resolver = new Resolver(asking);
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  const of = (asked: PromiseSettledResult<string[]>, family: number) =>
    asked.status === "fulfilled" ? asked.value.map((address) => ({ address, family })) : [];
  const found = [...of(four, 4), ...of(six, 6)];
  if (found.length === 0 && four.status === "rejected") throw four.reason;
  return found;
}

/**
 * Resolves a name and lets through what leads to the internet alone; where one of several addresses does not, none is
 * called. The connection is made to what was judged here: the name is asked once.
 */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  const refuse = () => callback(Object.assign(new Error(refusedCode), { code: refusedCode }), []);
  if (localName.test(hostname)) return refuse();
  callbackify(addressesOf)(hostname, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error("ENOTFOUND"), []);
    if (!addresses.every(({ address }) => isPublic(address))) return refuse();
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
