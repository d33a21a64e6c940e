import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll } from "vitest";

/** A request as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The same as it came, where it is no text. */
  readonly raw: Buffer;
  readonly path: string | undefined;
  readonly method: string | undefined;
}

type Behaviour = (answer: ServerResponse, received: Received) => void;

export const taking: Behaviour = (answer) => void answer.writeHead(200).end("thanks");
export const answering =
  (status: number, body: object): Behaviour =>
  (answer) =>
    void answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
export const refusing =
  (status: number, body = ""): Behaviour =>
  (answer) =>
    void answer.writeHead(status).end(body);
export const hanging: Behaviour = () => {};

/** A server on loopback that keeps what it is sent, and answers as it is told. */
export async function startReceiver(first: Behaviour = taking) {
  const received: Received[] = [];
  let behaviour = first;
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { headers, method, url: path } = request;
      const raw = Buffer.concat(parts);
      const one = { headers, method, path, raw, body: raw.toString() };
      received.push(one);
      behaviour(answer, one);
    });
    // A sender that was killed, or has read enough.
    answer.on("error", () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    events: () => received.map(({ body }) => JSON.parse(body) as Event),
    behave: (next: Behaviour) => {
      behaviour = next;
    },
  };
}

interface Event {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}
