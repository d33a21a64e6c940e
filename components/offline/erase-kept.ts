import { keepChoice } from "../ui/kept-choice";
import { showOnIcon } from "./app-badge";
import { dropDatabase } from "./database";
import { noteOwner } from "./kept-owner";
import { endPush } from "./push";
import { pagesCache, tellWorker } from "./service-worker";

/** By which the tabs of a browser tell one another that something kept has changed, or is gone. */
export const channelName = "baybook-offline";
/** That something changed, or that all was erased, and by which page. */
export type Told = "changed" | { readonly erasedBy: string };

// Not `randomUUID`, which pages without TLS do not have: this has to differ, no more.
const thisPage = `${Date.now()}-${Math.random()}`;
/** Whether it was this page that erased, which knows itself where to go from there. */
export const isErasedHere = (told: Told): boolean =>
  typeof told === "object" && told.erasedBy === thisPage;

/**
 * Erases all that this device keeps of whoever used it: the database, the kept pages, what they looked for, the count
 * on the app's icon; and lets the browser ring no more. For when somebody signs out, another signs in, or the server says that one may not be here any more. `tell` lets the other
 * pages of this browser know; who has a channel of its own tells all but itself.
 */
export async function eraseKept(tell: (told: Told) => void = tellAll): Promise<void> {
  showOnIcon(0);
  // What was looked for, and where, is nobody else's, who may use the device next.
  for (const name of ["baybook.search", "baybook.need"] as const) keepChoice(name, "");
  // Told first, so that neither page nor worker keeps afterwards what is on its way.
  tell({ erasedBy: thisPage });
  await tellWorker({ type: "erase" });
  await Promise.all([dropDatabase(), globalThis.caches?.delete(pagesCache), endPush()]);
  noteOwner(null);
}

function tellAll(told: Told): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage(told);
  channel.close();
}
