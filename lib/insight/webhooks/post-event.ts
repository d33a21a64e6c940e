import { lookup, type LookupAddress } from "node:dns";
import { request as requestHttp, type ClientRequest, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

import type { Config } from "@/lib/core/config";
import { isPublic } from "@/lib/core/network-addresses";
import { askOutside } from "@/lib/core/outside";

import { isCallable, mostKept, mostRead, timeoutMs } from "./rules";
import type { WebhookOutcome } from "./schema";

/** What came of one try. */
export interface Answer {
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly responseBody: string | null;
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

/**
 * Posts a body and says what came of it; never throws. Follows no redirect, keeps the connection for nobody, reads
 * 64 KiB of the answer at most and gives up after 10 s in all.
 */
export async function postEvent(
  config: Config,
  { url, body, signature }: { url: string; body: string; signature: string },
): Promise<Answer> {
  if (!isCallable(url, config)) return failed("AddressRefused");
  return askOutside("A webhook", () => post(config, new URL(url), body, signature));
}

function post(config: Config, url: URL, body: string, signature: string): Promise<Answer> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise<Answer>((resolve) => {
    const sent: ClientRequest = request(
      url,
      {
        method: "POST",
        agent: false,
        signal,
        ...(!config.webhooks.allowPrivate && { lookup: lookUpPublic }),
        headers: {
          "content-type": "application/cloudevents+json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Baybook-Webhooks/1",
          "baybook-signature": signature,
          connection: "close",
        },
      },
      (answer) => {
        void settle(answer).then(resolve);
      },
    );
    const settle = async (answer: IncomingMessage): Promise<Answer> => {
      try {
        const text = await startOf(answer);
        sent.destroy();
        return answered(answer.statusCode ?? 0, text);
      } catch (error) {
        return broken(error, signal);
      }
    };
    sent.on("error", (error) => resolve(broken(error, signal)));
    sent.end(body);
  });
}

/** As much of the answer as is read. */
async function startOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= mostRead) break;
  }
  const text = Buffer.concat(parts).subarray(0, mostKept).toString("utf8");
  // The database keeps no NUL.
  return text.replaceAll("\0", "\ufffd");
}

function answered(statusCode: number, text: string): Answer {
  const outcome =
    statusCode >= 200 && statusCode < 300
      ? "Delivered"
      : statusCode >= 300 && statusCode < 400
        ? "Redirected"
        : "Refused";
  return { outcome, statusCode, error: null, responseBody: text };
}

function broken(error: unknown, signal: AbortSignal): Answer {
  if (signal.aborted) return failed("TimedOut");
  const code = codeOf(error);
  return code === refusedCode ? failed("AddressRefused") : failed("Unreachable", code);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  return code ?? "ERROR";
}

const failed = (outcome: WebhookOutcome, error: string | null = null): Answer => ({
  outcome,
  statusCode: null,
  error,
  responseBody: null,
});
