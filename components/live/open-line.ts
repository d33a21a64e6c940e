import { minuteMs } from "@/lib/core/durations";

/** How long to wait before a refused line is tried again, in milliseconds: doubling, up to the longest. */
const shortestWait = 2_000;
const longestWait = minuteMs;

/** An event may be written so long after its making, which its id says, in milliseconds. */
const lateMs = 5_000;

/** A part of the page that hears what happens. */
interface Listener {
  /** Gets each event's type; `opened` when the line is open, at first and whenever it was opened again. */
  readonly hear: (type: string) => void;
  /** Until when it knows what happened, in server milliseconds since 1970; undefined where it asks when it is `opened`. */
  readonly since: () => number | undefined;
}

const listeners = new Set<Listener>();
let line: { isOpen(): boolean; close(): void } | undefined;

/** What was heard in the last minute, for a part of the page that comes later and knows less. */
interface Heard {
  readonly type: string;
  readonly madeAt: number;
}
let heard: readonly Heard[] = [];

/**
 * Lets a part of the page hear what happens, on one line of server-sent events a page, which stays open while somebody
 * looks at it: a browser has few connections to a host, so hidden tabs keep none.
 */
export function openLine(listener: Listener): { close(): void } {
  listeners.add(listener);
  line ??= openShared();
  if (line.isOpen()) tellLate(listener);
  return {
    close() {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      line?.close();
      line = undefined;
      heard = [];
    },
  };
}

/** The line tells as far back as whoever knows least. */
function address(): string {
  const since = [...listeners].flatMap((listener) => listener.since() ?? []);
  return since.length === 0 ? "/api/live" : `/api/live?since=${Math.min(...since)}`;
}

/** What happened between a page's making and its listening came over a line that was open already. */
function tellLate({ hear, since }: Listener): void {
  const known = since();
  hear("opened");
  if (known === undefined) return;
  for (const { type, madeAt } of heard) if (madeAt + lateMs >= known) hear(type);
}

function tellAll(type: string): void {
  for (const { hear } of listeners) hear(type);
}

/** A line that breaks is opened again by the browser, one that was refused by a timer. */
function openShared(): { isOpen(): boolean; close(): void } {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = shortestWait;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    const opened = new EventSource(address());
    source = opened;
    opened.addEventListener("open", () => {
      wait = shortestWait;
      tellAll("opened");
    });
    opened.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
      const { type } = JSON.parse(data) as { type: string };
      keep(type, lastEventId);
      tellAll(type);
    });
    opened.addEventListener("error", () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWait);
    });
  };
  const look = () => (document.hidden ? close() : open());

  document.addEventListener("visibilitychange", look);
  if (!document.hidden) open();
  return {
    isOpen: () => source?.readyState === EventSource.OPEN,
    close() {
      document.removeEventListener("visibilitychange", look);
      close();
    },
  };
}

function keep(type: string, id: string): void {
  const madeAt = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  if (Number.isNaN(madeAt)) return;
  heard = [...heard.filter((one) => one.madeAt > madeAt - minuteMs), { type, madeAt }];
}
