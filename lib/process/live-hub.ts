import { jobActor } from "@/lib/core/job-actor";
import { readRecentEvents } from "@/lib/records/outbox";
import type { OutboxEvent } from "@/lib/records/outbox/schema";

import { requestContext } from "./context";
import { logger } from "./log";

/** An event of the outbox, as live views hear of it. */
export type LiveEvent = Omit<OutboxEvent, "attempts">;
/** Hears each event once, a beat now and then, and the end when the server goes. */
export type Listener = (event: LiveEvent | "beat" | "end") => void;

/** How often the outbox is looked at while anybody listens, and how far back, in milliseconds. */
const period = 300;
const overlap = 15_000;
/** How often silence is broken, so that no proxy closes a line. */
const beat = 20_000;

/** One look at the outbox for all who listen in this process; several processes each have their own. */
interface Hub {
  readonly listeners: Set<Listener>;
  readonly seen: Map<string, number>;
  /** The first look, which learns what was there before anybody listened. */
  first?: Promise<void>;
  timer?: NodeJS.Timeout;
  beats?: NodeJS.Timeout;
}

const shared = globalThis as typeof globalThis & { baybookLive?: Hub };
const hub: Hub = (shared.baybookLive ??= { listeners: new Set(), seen: new Map() });

/** Tells the listener what happens from now on; ready once what was there before is known, and so not told. */
export async function subscribe(listener: Listener): Promise<void> {
  hub.listeners.add(listener);
  if (!hub.timer) {
    process.once("SIGTERM", endAll);
    hub.first = poll(() => {});
    hub.timer = setInterval(() => void poll(broadcast), period);
    hub.beats = setInterval(() => broadcast("beat"), beat);
  }
  await hub.first;
}

/** Tells the listener nothing more; whether it had been listening. */
export function unsubscribe(listener: Listener): boolean {
  const had = hub.listeners.delete(listener);
  if (had && hub.listeners.size === 0) stopPolling();
  return had;
}

export const isListening = (listener: Listener) => hub.listeners.has(listener);

/** What happened since the (real) instant, at most `mostEvents`. */
export async function readSince(since: Date): Promise<LiveEvent[]> {
  return readRecentEvents(await requestContext(jobActor("live")), since);
}

function stopPolling(): void {
  clearInterval(hub.timer);
  clearInterval(hub.beats);
  hub.timer = hub.beats = hub.first = undefined;
  hub.seen.clear();
  process.off("SIGTERM", endAll);
}

/** Lines do not outlive the server: it drains when the last request has ended. */
function endAll(): void {
  broadcast("end");
}

async function poll(broadcast: (event: LiveEvent) => void): Promise<void> {
  try {
    const events = await readSince(new Date(Date.now() - overlap));
    for (const event of events) {
      if (hub.seen.has(event.id)) continue;
      hub.seen.set(event.id, Date.now());
      broadcast(event);
    }
    for (const [id, at] of hub.seen) if (at < Date.now() - 2 * overlap) hub.seen.delete(id);
  } catch (error) {
    logger.warn({ err: error }, "live views wait for the database");
  }
}

function broadcast(event: Parameters<Listener>[0]): void {
  for (const listener of hub.listeners) listener(event);
}
