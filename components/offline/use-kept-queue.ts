import { useEffect } from "react";

import { minuteMs } from "@/lib/core/durations";

import { serverTimeAt } from "./clock";
import { useGround, useGroundState } from "./ground-context";

/** All stations of the reader: what of it a page shows, the page chooses, so that all of it is there without network. */
const queuePath = "/api/v1/operator/queue";
/** How often the queue is asked for while somebody looks at it. */
const everyMs = minuteMs;

/**
 * The operator's queue, as the server last answered it to this page or to this phone, whichever is newer. `initial` is
 * what the page was made with; a page that was kept brings an old one. `asOf` is when it was answered and `now` the
 * present, both in milliseconds by the server's clock.
 */
export function useKeptQueue<Queue extends { readonly serverTime: string }>(
  initial: Queue,
): {
  readonly queue: Queue;
  readonly asOf: number;
  readonly now: () => number;
  readonly isReached: boolean | null;
  readonly refresh: () => Promise<void>;
} {
  const ground = useGround();
  const { queue: kept, clock, isReached, isRead, standing } = useGroundState();
  const madeAt = Date.parse(initial.serverTime);
  useEffect(() => {
    if (isRead) void ground.keepQueue(initial, madeAt);
  }, [ground, isRead, initial, madeAt]);
  useEffect(() => {
    if (!isRead || standing !== "SignedIn") return undefined;
    const refresh = () => {
      if (document.visibilityState === "visible") void ground.refreshQueue(queuePath);
    };
    refresh();
    const timer = setInterval(refresh, everyMs);
    window.addEventListener("online", refresh);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", refresh);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [ground, isRead, standing]);
  const isKeptNewer = kept !== null && kept.at > madeAt;
  return {
    queue: isKeptNewer ? (kept.view as Queue) : initial,
    asOf: isKeptNewer ? kept.at : madeAt,
    now: () => serverTimeAt(clock, Date.now()),
    isReached,
    refresh: () => ground.refreshQueue(queuePath),
  };
}
