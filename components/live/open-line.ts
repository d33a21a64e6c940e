import { minuteMs } from "@/lib/core/durations";

/** How long to wait before a refused line is tried again, in milliseconds: doubling, up to the longest. */
const shortestWait = 2_000;
const longestWait = minuteMs;

/**
 * A line of server-sent events that stays open while somebody looks at the page: a browser has few connections to a
 * host, so hidden tabs keep none. A line that breaks is opened again by the browser, one that was refused by a timer.
 * `hear` gets each event's type.
 */
export function openLine(address: () => string, hear: (type: string) => void): { close(): void } {
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
    });
    opened.addEventListener("message", ({ data }: MessageEvent<string>) => {
      hear((JSON.parse(data) as { type: string }).type);
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
    close() {
      document.removeEventListener("visibilitychange", look);
      close();
    },
  };
}
