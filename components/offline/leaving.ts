import { eraseKept } from "./erase-kept";
import { hasWorker, leftNote, tellWorker } from "./service-worker";
import { countUnsent } from "./unsent";

/** How things stand before somebody signs out. */
export interface BeforeLeaving {
  /** The server hears of it later: the worker keeps that somebody left. */
  readonly isAway: boolean;
  /** What was done and is not sent, and would be lost. */
  readonly unsent: number;
}

/** Null where it cannot be done: nobody would end the session, because there is neither network nor a worker. */
export async function lookFirst(): Promise<BeforeLeaving | null> {
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
  const isAway = !answer?.ok;
  if (isAway && !(await hasWorker())) return null;
  // A browser may keep nothing: then there is nothing to ask about.
  return { isAway, unsent: await countUnsent().catch(() => 0) };
}

/** Erases what is kept; without network it leaves the page, too, and the worker ends the session when it can. */
export async function leave({ isAway }: BeforeLeaving): Promise<void> {
  // Noted first: a page that is asked for from now on is not shown.
  if (isAway) {
    await caches.open(leftNote);
    await tellWorker({ type: "leave" });
  }
  await eraseKept().catch(() => undefined);
  if (isAway) window.location.replace("/");
}
