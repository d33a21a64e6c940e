import { useSyncExternalStore } from "react";

import { finishHash, sessionPath } from "../queue/session-path";

/** What the browser says when it goes back or forth, and what is said here when a step is taken. */
const taken = ["popstate", "hashchange", "steptaken"] as const;

function subscribe(listener: () => void): () => void {
  for (const name of taken) window.addEventListener(name, listener);
  return () => {
    for (const name of taken) window.removeEventListener(name, listener);
  };
}

/**
 * Whether the session is being finished, and how to go there and back. It stands in the address, so that the phone's
 * own Back works, and no server is asked about it, so that it works without network. Behind the hash: where the query
 * changes while the page is brought up to date, Next holds its answer for that of another page and loads all of it
 * anew, and what was typed is gone.
 */
export function useStep(bookingId: string) {
  const isFinishing = useSyncExternalStore(
    subscribe,
    () => window.location.hash === finishHash,
    () => false,
  );
  const go = (step?: "finish") => {
    window.history.pushState(null, "", sessionPath(bookingId, step));
    window.dispatchEvent(new Event("steptaken"));
    window.scrollTo(0, 0);
  };
  return { isFinishing, finish: () => go("finish"), leave: () => go() };
}
