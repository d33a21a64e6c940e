import type { IncomingMessage, ServerResponse } from "node:http";

import { fail } from "@/lib/core/errors";

import { corsHeaders } from "../cors";
import { errorResponse, methodNotAllowed, strangerOf } from "../refusal";
import { knownMethods } from "./doors";
import type { BodyFault } from "./whole-body";

/** Why a request is turned away before a route sees it. */
type EarlyRefusal = "method" | "foreign" | Extract<BodyFault, "too_large" | "no_room">;

/** How long what a refused sender still sends is read, so that they hear why, in milliseconds. */
const lingerMs = 10_000;
const kibibyte = 1024;

/** Answers a refusal in the API's form; `limit` in bytes, where a body was too large. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  why: EarlyRefusal,
  limit = 0,
): void {
  const headers = new Headers();
  for (const name of ["accept-language", "cookie", "origin"] as const) {
    const value = request.headers[name];
    if (value) headers.set(name, value);
  }
  void send(response, refusalOf(why, limit, headers)).catch(() => response.destroy());
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, lingerMs).unref();
}

function refusalOf(why: EarlyRefusal, limit: number, headers: Headers): Response {
  const told = strangerOf({ headers });
  const cors = corsHeaders(headers);
  if (why === "method") return methodNotAllowed(knownMethods, told);
  if (why === "foreign") return errorResponse(fail("request.origin"), told, cors);
  if (why === "no_room") return errorResponse(fail("request.busy"), told, cors);
  const kibibytes = limit / kibibyte;
  return kibibytes < kibibyte
    ? errorResponse(fail("request.form_too_large", { kibibytes }), told, cors)
    : errorResponse(
        fail("request.too_large", { mebibytes: Math.floor(kibibytes / kibibyte) }),
        told,
        cors,
      );
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const length = ["Content-Length", String(body.byteLength)];
  response.writeHead(answer.status, [...[...answer.headers].flat(), ...length]);
  response.end(body);
}

/** Answers without a word and closes the connection. */
export function answerPlainly(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: "close", "Content-Length": "0" }).end();
}
