import { anonymous, userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { tooMany } from "@/lib/core/too-many";
import { instantOf, isUuid } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { minuteMs } from "@/lib/core/durations";
import { requestContext } from "@/lib/process/context";
import { readSince } from "@/lib/process/live-hub";
import { logger } from "@/lib/process/log";

import { addressed } from "./address";
import { assertOwnPassword, authenticate } from "./authenticate";
import { identify } from "./identify";
import { LiveLine } from "./live-line";
import { readerOf } from "./reader-locale";
import { assertWithinLimit } from "./rate-limits";
import { errorResponse, strangerOf } from "./refusal";

/** How far back a listener who was away is told what happened; for more they must ask for everything anew. */
const memory = 10 * minuteMs;

/** Lines that one person may have open at once at this process: a browser has six, and hidden tabs keep none. */
const mostLines = 20;
/** After how many seconds one who has all of them may try again. */
const fullSeconds = 30;
/** How many lines each person has open now, by user id. */
const lines = new Map<string, number>();

/**
 * What happens, as server-sent events: `{ type, stationId, bookingId, … }`, for whoever the request signs in and
 * within what they may see. An event says that something changed; what it is now, the listener asks the API.
 * `?since=` (milliseconds since 1970) or, of a line that broke, `Last-Event-ID` says what the listener knows; what
 * happened since is told at once, or the one event `{ type: "missed" }` where that is too long ago, or too much, to tell;
 * the same comes later where more happens at once than can be told.
 */
export async function live(request: Request): Promise<Response> {
  const asked = new Date();
  let told = strangerOf(request);
  try {
    const unknown = await requestContext(anonymous);
    const sender = await identify(unknown, request);
    const { actor } = sender;
    const ctx = { ...unknown, actor, ...readerOf({ ...unknown, actor }, request.headers) };
    told = ctx;
    await assertWithinLimit(ctx, "default", addressed(request));
    scopeOf(ctx, "event.read");
    assertOwnPassword(sender, "event.read");
    return new Response(stream(ctx, request, knownUntil(request) ?? asked), {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        // Not to be compressed either: a compressor would hold events back.
        "Cache-Control": "no-store, no-transform",
        "X-Accel-Buffering": "no",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return errorResponse(error, told);
  }
}

function stream(ctx: Context, request: Request, since: Date): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const leave = enter(ctx);
  let line: LiveLine;
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const close = () => {
        leave();
        if (!request.signal.aborted) controller.close();
      };
      line = new LiveLine(ctx, send, (ctx) => renew(ctx, request), close);
      request.signal.addEventListener("abort", () => line.stop(), { once: true });
      void line.open().then(() => catchUp(since, line));
    },
    cancel: () => line.stop(),
  });
}

/** Takes a place for one more line of this person; gives it back by what it returns. Throws 429 where all are taken. */
function enter(ctx: Context): () => void {
  const userId = userOf(ctx)?.userId ?? "";
  const open = lines.get(userId) ?? 0;
  if (open >= mostLines) throw tooMany(fullSeconds);
  lines.set(userId, open + 1);
  return () => {
    const left = (lines.get(userId) ?? 1) - 1;
    if (left > 0) lines.set(userId, left);
    else lines.delete(userId);
  };
}

/** The context with the listener as the database knows them now; null when the login has ended. */
async function renew(ctx: Context, request: Request): Promise<Context | null> {
  try {
    const { actor } = await authenticate(ctx, request);
    return userOf({ actor }) ? { ...ctx, actor } : null;
  } catch {
    return null;
  }
}

/** Tells what happened between what the listener knows and the opening of the line. */
async function catchUp(since: Date, line: LiveLine): Promise<void> {
  try {
    line.catchUp(since.getTime() < Date.now() - memory ? null : await readSince(since));
  } catch (error) {
    logger.warn({ err: error }, "a live view could not be told what it missed");
    line.catchUp(null);
  }
}

function knownUntil(request: Request): Date | null {
  const last = request.headers.get("last-event-id");
  if (last && isUuid(last)) return instantOf(last);
  const since = Number(new URL(request.url).searchParams.get("since") ?? Number.NaN);
  return since > 0 && since <= Date.now() ? new Date(since) : null;
}
