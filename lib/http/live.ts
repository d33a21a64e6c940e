import { anonymous, system } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { inScope, scopeOf } from "@/lib/core/permissions";
import { listRecentEvents, type OutboxEvent } from "@/lib/outbox";

import { authenticate } from "./authenticate";
import { requestContext } from "./context";
import { logger } from "./log";
import { errorResponse } from "./refusal";

type Happening = Omit<OutboxEvent, "attempts">;
type Listener = (event: Happening | "beat" | "end") => void;

/** How often the outbox is looked at while anybody listens, and how far back, in milliseconds. */
const period = 600;
const overlap = 15_000;
/** How often silence is broken, so that no proxy closes the line, and how often the listener's login is asked again. */
const beat = 20_000;

/** One look at the outbox for all who listen in this process; several processes each have their own. */
interface Hub {
  readonly listeners: Set<Listener>;
  readonly seen: Map<string, number>;
  timer?: NodeJS.Timeout;
  beats?: NodeJS.Timeout;
}

const shared = globalThis as typeof globalThis & { baybookLive?: Hub };
const hub: Hub = (shared.baybookLive ??= { listeners: new Set(), seen: new Map() });

/**
 * What happens, as server-sent events: `{ type, stationId, bookingId, … }`, for whoever the request signs in and
 * within what they may see. An event says that something changed; what it is now, the listener asks the API.
 */
export async function live(request: Request): Promise<Response> {
  const ctx = await requestContext(anonymous);
  try {
    const actor = await authenticate(ctx, request);
    scopeOf({ ...ctx, actor }, "event.read");
    return new Response(stream({ ...ctx, actor }, request), {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        // Not to be compressed either: a compressor would hold events back.
        "Cache-Control": "no-store, no-transform",
        "X-Accel-Buffering": "no",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return errorResponse(error, ctx.requestId);
  }
}

function stream(ctx: Context, request: Request): ReadableStream<Uint8Array> {
  const scope = scopeOf(ctx, "event.read");
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const listener: Listener = (event) => {
        if (event === "end") return stop();
        if (event === "beat") {
          send(": still here\n\n");
          // A closed account or a changed password ends the line, as it ends every token.
          authenticate(ctx, request).then(({ kind }) => kind === "User" || stop(), stop);
          return;
        }
        const { businessId, stationId, payload } = event;
        const userId = typeof payload.ownerId === "string" ? payload.ownerId : undefined;
        if (!inScope(scope, { businessId, stationId, userId })) return;
        const { bookingId, sessionId } = payload;
        const data = JSON.stringify({ type: event.type, stationId, bookingId, sessionId });
        send(`id: ${event.id}\ndata: ${data}\n\n`);
      };
      stop = () => {
        if (!hub.listeners.delete(listener)) return;
        if (hub.listeners.size === 0) rest();
        controller.close();
      };
      hub.listeners.add(listener);
      request.signal.addEventListener("abort", () => stop(), { once: true });
      watch();
      send("retry: 2000\n\n");
    },
    cancel: () => stop(),
  });
}

function watch(): void {
  if (hub.timer) return;
  process.once("SIGTERM", endAll);
  const began = Date.now();
  hub.timer = setInterval(() => void look(began), period);
  hub.beats = setInterval(() => tell("beat"), beat);
}

function rest(): void {
  clearInterval(hub.timer);
  clearInterval(hub.beats);
  hub.timer = hub.beats = undefined;
  hub.seen.clear();
  process.off("SIGTERM", endAll);
}

/** Lines do not outlive the server: it drains when the last request has ended. */
function endAll(): void {
  tell("end");
}

async function look(began: number): Promise<void> {
  try {
    const since = new Date(Math.max(began, Date.now() - overlap));
    const ctx = { ...(await requestContext(anonymous)), actor: system("live") };
    const events = await listRecentEvents(ctx, since);
    for (const event of events) {
      if (hub.seen.has(event.id)) continue;
      hub.seen.set(event.id, Date.now());
      tell(event);
    }
    for (const [id, at] of hub.seen) if (at < Date.now() - 2 * overlap) hub.seen.delete(id);
  } catch (error) {
    logger.warn({ err: error }, "live views wait for the database");
  }
}

function tell(event: Parameters<Listener>[0]): void {
  for (const listener of hub.listeners) listener(event);
}
