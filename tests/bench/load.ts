import { Agent, request } from "node:http";

import { median, percentile } from "./figures";

/** One request to be sent, with a JSON body where it has one. */
export interface Shot {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a round of requests came to; times in milliseconds. */
export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** The middle of the times of each status, in milliseconds. */
  readonly p50Of: Readonly<Record<number, number>>;
  /** The first answer's words of each status. */
  readonly samples: Readonly<Record<number, string>>;
  /** The answers' words, in the order of the requests. */
  readonly answers: readonly string[];
  /** How long each took, in the same order. */
  readonly tookEach: readonly number[];
}

/** As many as the measurements of quality.md had. */
export const connections = 32;

/** Sends all of them over connections that are kept, each the next one as soon as it has its answer. */
export async function fire(
  url: string,
  shots: readonly Shot[],
  most = connections,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const tookOf: Record<number, number[]> = {};
  const statuses: Record<number, number> = {};
  const samples: Record<number, string> = {};
  const answers: string[] = [];
  const tookEach: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let at = next++, shot = shots[at]; shot; at = next++, shot = shots[at]) {
        const sent = performance.now();
        const { status, text } = await send(agent, url, shot);
        const ms = performance.now() - sent;
        (tookOf[status] ??= []).push(ms);
        statuses[status] = (statuses[status] ?? 0) + 1;
        samples[status] ??= text;
        answers[at] = text;
        tookEach[at] = ms;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  const sorted = tookEach.toSorted((one, other) => one - other);
  return {
    perSecond: shots.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    p50Of: Object.fromEntries(Object.entries(tookOf).map(([status, all]) => [status, median(all)])),
    statuses,
    samples,
    answers,
    tookEach,
  };
}

function send(agent: Agent, url: string, { method, path, headers, body }: Shot) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const written = json && {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(json)),
    };
    const sent = request(
      `${url}${path}`,
      { agent, method, headers: { ...headers, ...written } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on("error", reject);
      },
    );
    sent.on("error", reject).end(json);
  });
}
