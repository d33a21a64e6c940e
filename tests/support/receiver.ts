import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll } from "vitest";

/** A request as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly method: string | undefined;
}

type Behaviour = (answer: ServerResponse, received: Received) => void;

export const taking: Behaviour = (answer) => void answer.writeHead(200).end("thanks");
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
      const { headers, method } = request;
      const one = { headers, method, body: Buffer.concat(parts).toString() };
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
