import type { IncomingMessage } from "node:http";

import { HeldBody } from "./body-room";

/** Why a body is not held: too much of it, too slow, more than the process holds at once, or given up. */
export type BodyFault = "too_large" | "too_slow" | "no_room" | "gone";

/** What a body must bring, in bytes a second since it began, and how often that is looked after, in milliseconds. */
const pace = { bytesPerSecond: 1_024, lookMs: 1_000 } as const;

/** How long it may take first, in milliseconds: a phone that loses its network for a while is no attack. */
const usualGraceMs = 20_000;

/**
 * Holds a request's body until all of it has come, `limit` bytes at most, and hands it over only then: whoever reads
 * it never waits for a slow sender, and never sees a part. Calls back once: with null, after which the body can be
 * read as ever, or with why not, after which it never can and what still comes is thrown away. What it takes counts
 * for `sender`, the client's address, which behind a proxy is not the connection's.
 */
export function holdBody(
  request: IncomingMessage,
  {
    sender,
    limit,
    graceMs = usualGraceMs,
  }: { readonly sender: string; readonly limit: number; readonly graceMs?: number },
  done: (fault: BodyFault | null) => void,
): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > limit) return done("too_large");
  if (length === 0 && request.headers["transfer-encoding"] === undefined) return done(null);
  const body = new HeldBody(sender, limit);
  const { push } = request;
  let isOver = false;
  const beganAt = performance.now();
  let come = 0;

  const finish = (fault: BodyFault | null) => {
    if (isOver) return;
    isOver = true;
    clearInterval(look);
    request.off("close", giveUp);
    const chunks = body.release();
    request.push = fault ? () => true : push;
    if (!fault) for (const chunk of [...chunks, null]) request.push(chunk);
    done(fault);
  };
  const giveUp = () => finish("gone");
  const look = setInterval(() => {
    const ms = performance.now() - beganAt - graceMs;
    if (ms > 0 && come < (ms / 1_000) * pace.bytesPerSecond) finish("too_slow");
  }, pace.lookMs).unref();
  request.on("close", giveUp);
  // Node's parser pushes what it reads; nobody reads the request before this is done.
  request.push = (chunk: Buffer | null) => {
    const fault = chunk && body.add(chunk);
    if (chunk) come += chunk.length;
    if (fault || !chunk) finish(fault);
    return true;
  };
}
