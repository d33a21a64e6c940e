import type { IncomingMessage } from "node:http";

import { HeldBody } from "./body-room";

/** Why a body is not held: too much of it, too slow, more than the process holds at once, or given up. */
export type BodyFault = "too_large" | "too_slow" | "no_room" | "gone";

/** How often a body is looked after, in milliseconds, and what must have come since, in bytes: 1 KiB a second. */
const pace = { everyMs: 5_000, bytes: 5 * 1024 } as const;

/**
 * Holds a request's body until all of it has come, `limit` bytes at most, and hands it over only then: whoever reads
 * it never waits for a slow sender, and never sees a part. Calls back once: with null, after which the body can be
 * read as ever, or with why not, after which it never can and what still comes is thrown away. What it takes counts
 * for `sender`, the client's address, which behind a proxy is not the connection's.
 */
export function holdBody(
  request: IncomingMessage,
  { sender, limit }: { readonly sender: string; readonly limit: number },
  done: (fault: BodyFault | null) => void,
): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > limit) return done("too_large");
  if (length === 0 && request.headers["transfer-encoding"] === undefined) return done(null);
  const body = new HeldBody(sender, limit);
  const { push } = request;
  let isOver = false;
  let sinceLook = 0;

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
    if (sinceLook < pace.bytes) finish("too_slow");
    sinceLook = 0;
  }, pace.everyMs).unref();
  request.on("close", giveUp);
  // Node's parser pushes what it reads; nobody reads the request before this is done.
  request.push = (chunk: Buffer | null) => {
    const fault = chunk && body.add(chunk);
    if (chunk) sinceLook += chunk.length;
    if (fault || !chunk) finish(fault);
    return true;
  };
}
