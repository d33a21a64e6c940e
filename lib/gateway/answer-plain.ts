import type { IncomingMessage, ServerResponse } from "node:http";

import { logger } from "@/lib/process/log";
import { nothingHere } from "@/lib/http/refusal";

type Answer = (request: Request) => Promise<Response>;

/** Answers what is asked of a gateway besides its sockets, by the path; anything else is not found. */
export function answerPlain(
  request: IncomingMessage,
  response: ServerResponse,
  answers: Readonly<Record<string, Answer>>,
): void {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const asked = new Request(`http://gateway${path}`, { headers: headersOf(request) });
  const answer = request.method === "GET" ? answers[path] : undefined;
  void send(response, answer ? answer(asked) : nothingHere(asked)).catch((error: unknown) => {
    logger.error({ err: error }, "request failed");
    response.destroy();
  });
}

async function send(response: ServerResponse, answer: Response | Promise<Response>) {
  const answered = await answer;
  response.writeHead(answered.status, [...answered.headers].flat());
  response.end(await answered.text());
}

function headersOf({ headers }: IncomingMessage): Headers {
  const known = new Headers();
  for (const name of ["authorization", "accept-language"] as const) {
    const value = headers[name];
    if (value) known.set(name, value);
  }
  return known;
}
