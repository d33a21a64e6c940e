import type { IncomingMessage, ServerResponse } from "node:http";

import { type AppError, fail } from "@/lib/core/errors";
import { mebibyte } from "@/lib/core/sizes";

import { methodNotAllowed, refuse } from "../refusal";
import { securityHeaders } from "../security-headers";
import { knownMethods } from "./doors";
import type { BodyFault } from "./whole-body";

/** Why a request is turned away before a route sees it. */
type EarlyRefusal = "method" | "foreign" | Extract<BodyFault, "too_large" | "no_room">;

/** How much of what a refused sender still sends is read, so that they hear why, and how long, in milliseconds. */
const linger = { bytes: 32 * mebibyte, ms: 10_000, lookMs: 250 } as const;
const kibibyte = 1024;

/** Answers a refusal in the API's form; `limit` in bytes, where a body was too large. */
export function refuseEarly(
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
  const answer =
    why === "method"
      ? methodNotAllowed(knownMethods, { headers })
      : refuse({ headers }, refusalOf(why, limit));
  void send(response, answer).catch(() => response.destroy());
  endUnheard(request);
}

/** Ends the connection of a sender who goes on as if nothing had been answered. */
function endUnheard(request: IncomingMessage): void {
  const { socket } = request;
  const [bytes, end] = [socket.bytesRead + linger.bytes, performance.now() + linger.ms];
  const look = setInterval(() => {
    const goesOn = !request.complete && !socket.destroyed;
    if (goesOn && socket.bytesRead < bytes && performance.now() < end) return;
    clearInterval(look);
    if (goesOn) socket.destroy();
  }, linger.lookMs).unref();
}

function refusalOf(why: Exclude<EarlyRefusal, "method">, limit: number): AppError {
  if (why === "foreign") return fail("request.origin");
  if (why === "no_room") return fail("request.busy");
  const kibibytes = limit / kibibyte;
  return kibibytes < kibibyte
    ? fail("request.form_too_large", { kibibytes })
    : fail("request.too_large", { mebibytes: Math.floor(kibibytes / kibibyte) });
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const length = ["Content-Length", String(body.byteLength)];
  response.writeHead(answer.status, [...[...answer.headers].flat(), ...length]);
  response.end(body);
}

/** Says in a word that there is no such file: nobody reads a page there. */
export function answerMissing(response: ServerResponse): void {
  const headers = { ...securityHeaders(), "Content-Type": "text/plain; charset=utf-8" };
  response.writeHead(404, headers).end("Not found");
}

/** Answers without a word and closes the connection. */
export function answerPlainly(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: "close", "Content-Length": "0" }).end();
}
