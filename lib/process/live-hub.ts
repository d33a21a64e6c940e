import { jobActor } from "@/lib/core/job-actor";
import { beginFollowing, followEvents, readRecentEvents } from "@/lib/records/outbox";
import type { Cursor, ToldEvent } from "@/lib/records/outbox/schema";

import { requestContext } from "./context";
import { logger } from "./log";

/**
 * Hears each event once, a beat now and then, and the end when the server goes; `missed` says that there was more
 * than can be told, and that whoever shows something has to ask for it anew.
 */
export type Listener = (event: ToldEvent | "missed" | "beat" | "end") => void;

/** How long after a look at the outbox the next one is, while anybody listens, in milliseconds. */
const period = 300;
/** Events that are told between two pauses; what goes beyond is quicker asked for anew. */
const mostAtOnce = 10_000;
/** How often silence is broken, so that no proxy closes a line. */
const beat = 20_000;

/** One look at the outbox for all who listen in this process; several processes each have their own. */
interface Hub {
  readonly listeners: Set<Listener>;
  /** The looks, from the first listener's coming to the last one's going. */
  watch?: Watch;
}

interface Watch {
  /** Ready once what was there before is known, and so not told. */
  begun?: Promise<void>;
  /** How far has been looked; nothing while the database cannot be asked where events end. */
  cursor?: Cursor;
  /** The database was away when the first one came. */
  late?: boolean;
  timer?: NodeJS.Timeout;
  beats?: NodeJS.Timeout;
}

const shared = globalThis as typeof globalThis & { baybookLive?: Hub };
const hub: Hub = (shared.baybookLive ??= { listeners: new Set() });

/** Tells the listener what happens from now on; ready once what was there before is known, and so not told. */
export async function subscribe(listener: Listener): Promise<void> {
  hub.listeners.add(listener);
  hub.watch ??= startWatch();
  await hub.watch.begun;
}

/** Tells the listener nothing more; whether it had been listening. */
export function unsubscribe(listener: Listener): boolean {
  const had = hub.listeners.delete(listener);
  if (had && hub.listeners.size === 0) stopWatch();
  return had;
}

export const isListening = (listener: Listener) => hub.listeners.has(listener);

/** What happened since the (real) instant; null where it is too much to tell. */
export async function readSince(since: Date): Promise<ToldEvent[] | null> {
  return readRecentEvents(await requestContext(jobActor("live")), since);
}

function startWatch(): Watch {
  process.once("SIGTERM", endAll);
  const watch: Watch = { beats: setInterval(() => broadcast("beat"), beat) };
  watch.begun = look(watch).then(() => lookLater(watch));
  return watch;
}

/** Not by an interval: a look that takes longer must not be overtaken by the next, which would tell the same. */
function lookLater(watch: Watch): void {
  if (hub.watch !== watch) return;
  watch.timer = setTimeout(() => void look(watch).then(() => lookLater(watch)), period);
}

function stopWatch(): void {
  clearTimeout(hub.watch?.timer);
  clearInterval(hub.watch?.beats);
  hub.watch = undefined;
  process.off("SIGTERM", endAll);
}

/** Lines do not outlive the server: it drains when the last request has ended. */
function endAll(): void {
  broadcast("end");
}

/** Tells what has come since the look before, however much, unless it is too much; the first look tells nothing. */
async function look(watch: Watch): Promise<void> {
  try {
    const ctx = await requestContext(jobActor("live"));
    if (!watch.cursor) {
      watch.cursor = await beginFollowing(ctx);
      if (watch.late) broadcast("missed");
      return;
    }
    let told = 0;
    for (let more = true; more && hub.watch === watch;) {
      if (told >= mostAtOnce) {
        watch.cursor = await beginFollowing(ctx);
        return broadcast("missed");
      }
      const found = await followEvents(ctx, watch.cursor);
      if (hub.watch !== watch) return;
      watch.cursor = found.cursor;
      found.events.forEach(broadcast);
      told += found.events.length;
      more = found.more;
    }
  } catch (error) {
    watch.late ??= !watch.cursor;
    logger.warn({ err: error }, "live views wait for the database");
  }
}

function broadcast(event: Parameters<Listener>[0]): void {
  for (const listener of hub.listeners) listener(event);
}
