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

/**
 * How far it came: all is erased here, so that the session may end; the page is left, and the session ends later; not at
 * all; or what is to be asked first.
 */
export type Left = "Erased" | "Away" | "Not" | BeforeLeaving;

/** Looks how things stand, and leaves where nothing is to be asked first. */
export async function leaveOrAsk(): Promise<Left> {
  const before = await lookFirst();
  if (!before) return "Not";
  if (!before.isAway && before.unsent === 0) return leave(before);
  document.querySelector<HTMLElement>("[popover]:popover-open")?.hidePopover();
  return before;
}

/** Null where it cannot be done: nobody would end the session, because there is neither network nor a worker. */
async function lookFirst(): Promise<BeforeLeaving | null> {
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
  const isAway = !answer?.ok;
  if (isAway && !(await hasWorker())) return null;
  // A browser may keep nothing: then there is nothing to ask about.
  return { isAway, unsent: await countUnsent().catch(() => 0) };
}

/** Erases what is kept; without network it leaves the page, too, and the worker ends the session when it can. */
export async function leave({ isAway }: BeforeLeaving): Promise<Left> {
  // Noted first: a page that is asked for from now on is not shown.
  if (isAway) {
    await caches.open(leftNote);
    await tellWorker({ type: "leave" });
  }
  await eraseKept().catch(() => undefined);
  if (!isAway) return "Erased";
  window.location.replace("/");
  return "Away";
}
