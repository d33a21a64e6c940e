import { anonymous, userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { instantOf, isUuid } from "@/lib/core/ids";
import { inScope, permits, scopeOf } from "@/lib/core/permissions";
import { minuteMs } from "@/lib/core/durations";
import type { ToldEvent } from "@/lib/records/outbox/schema";
import { requestContext } from "@/lib/process/context";
import {
  isListening,
  subscribe,
  unsubscribe,
  type Listener,
  readSince,
} from "@/lib/process/live-hub";
import { logger } from "@/lib/process/log";

import { authenticate } from "./authenticate";
import { readerLocale } from "./reader-locale";
import { errorResponse } from "./refusal";

/** The one event that is nobody's: whoever shows something has to ask for it anew. */
const missed = `data: ${JSON.stringify({ type: "missed" })}\n\n`;

/** How far back a listener who was away is told what happened; for more they must ask for everything anew. */
const memory = 10 * minuteMs;

/**
 * What happens, as server-sent events: `{ type, stationId, bookingId, … }`, for whoever the request signs in and
 * within what they may see. An event says that something changed; what it is now, the listener asks the API.
 * `?since=` (milliseconds since 1970) or, of a line that broke, `Last-Event-ID` says what the listener knows; what
 * happened since is told at once, or the one event `{ type: "missed" }` where that is too long ago, or too much, to tell;
 * the same comes later where more happens at once than can be told.
 */
export async function live(request: Request): Promise<Response> {
  const asked = new Date();
  const unknown = await requestContext(anonymous);
  let ctx = { ...unknown, locale: readerLocale(unknown, request.headers) };
  try {
    ctx = { ...ctx, actor: (await authenticate(ctx, request)).actor };
    ctx = { ...ctx, locale: readerLocale(ctx, request.headers) };
    scopeOf(ctx, "event.read");
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
    return errorResponse(error, ctx);
  }
}

function stream(opened: Context, request: Request, since: Date): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let ctx = opened;
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      // What was told since the last beat: catching up may find again what the hub has told.
      const told = new Set<string>();
      const listener: Listener = (event) => {
        if (event === "end") return stop();
        if (event === "missed") return send(missed);
        if (event === "beat") {
          told.clear();
          send(": still here\n\n");
          // A closed account or a changed password ends the line, as it ends every token; a new reach holds at once.
          void renew(ctx, request).then((renewed) => (renewed ? (ctx = renewed) : stop()));
          return;
        }
        if (told.has(event.id) || !concerns(ctx, event)) return;
        told.add(event.id);
        const { bookingId, sessionId } = event.payload;
        const { type, stationId } = event;
        send(
          `id: ${event.id}\ndata: ${JSON.stringify({ type, stationId, bookingId, sessionId })}\n\n`,
        );
      };
      stop = () => {
        if (unsubscribe(listener)) controller.close();
      };
      const joined = subscribe(listener);
      request.signal.addEventListener("abort", () => stop(), { once: true });
      send("retry: 2000\n\n");
      void joined.then(() => catchUp(since, listener, send));
    },
    cancel: () => stop(),
  });
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

/** Whether the event is theirs to hear: of their reach, or of an owner where they look after owners. */
function concerns(ctx: Context, { businessId, stationId, payload }: ToldEvent): boolean {
  const userId = typeof payload.ownerId === "string" ? payload.ownerId : undefined;
  const thing = { businessId, stationId, userId };
  if (inScope(scopeOf(ctx, "event.read"), thing)) return true;
  const ofOwner = businessId == null && stationId == null && userId !== undefined;
  return ofOwner && permits(ctx, "owner.read") && inScope(scopeOf(ctx, "owner.read"), thing);
}

/** Tells what happened between what the listener knows and the opening of the line. */
async function catchUp(
  since: Date,
  listener: Listener,
  send: (text: string) => void,
): Promise<void> {
  try {
    if (since.getTime() < Date.now() - memory) return tellMissed();
    const events = await readSince(since);
    if (!events) return tellMissed();
    if (isListening(listener)) events.forEach(listener);
  } catch (error) {
    logger.warn({ err: error }, "a live view could not be told what it missed");
    tellMissed();
  }
  function tellMissed() {
    if (isListening(listener)) send(missed);
  }
}

function knownUntil(request: Request): Date | null {
  const last = request.headers.get("last-event-id");
  if (last && isUuid(last)) return instantOf(last);
  const since = Number(new URL(request.url).searchParams.get("since") ?? Number.NaN);
  return since > 0 && since <= Date.now() ? new Date(since) : null;
}
