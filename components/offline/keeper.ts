import { dayMs, hourMs } from "@/lib/core/durations";

import type { KeptAct } from "./act";
import { changeActs, dropThings, keepThing, readActs, readThing } from "./database";
import { eraseKept, type Told } from "./erase-kept";
import { noteOwner } from "./kept-owner";
import { atStations } from "./put-away";
import { pagesCache, tellWorker } from "./service-worker";

/** Without contact for so long, nothing of a person stays on a device. */
const keptForMs = 14 * dayMs;
/** The server takes nothing that was done longer ago (product.md, Offline); after it, what waits is of no use. */
const sendableForMs = 4 * hourMs;

/**
 * Begins to keep for a person: what was kept of somebody else goes, and what nobody came back for in time. Answers
 * whether something of their own had to go for its age, so that a page made of it is not left standing. `tell` lets the
 * other pages of this browser know what was erased.
 */
export async function keepFor(
  viewer: string,
  now: number,
  tell?: (told: Told) => void,
): Promise<{ readonly aged: boolean }> {
  const owner = await readThing("owner");
  const contactAt = (await readThing("contactAt")) ?? now;
  const signedOutAt = (await readThing("signedOutAt")) ?? now;
  const aged = now - contactAt >= keptForMs || now - signedOutAt >= sendableForMs;
  const isOthers = owner !== undefined && owner !== viewer;
  if (isOthers || aged) await eraseKept(tell);
  noteOwner(viewer);
  await keepThing("owner", viewer);
  if (contactAt === now || isOthers || aged) await keepThing("contactAt", now);
  await dropThings("signedOutAt");
  return { aged: aged && !isOthers };
}

/**
 * The server says that nobody is signed in: everything goes at once. Alone what is not sent yet stays, unseen and
 * unsent, for as long as the server would take it, and only for the same person to sign in again: it may be that the
 * session ran out, and the work of a morning is not to be lost for it.
 */
export async function seal(now: number): Promise<void> {
  const waits = (await readActs()).some(({ state }) => state === "Waiting");
  if (!waits) return eraseKept();
  await tellWorker({ type: "erase" });
  await globalThis.caches?.delete(pagesCache);
  await dropThings("queue", "clock");
  await keepThing("signedOutAt", now);
  await changeActs((acts) => acts.filter(({ state }) => state === "Waiting"));
  return undefined;
}

/** Removes what belongs to stations that are the person's no longer and is told; answers which acts those were. */
export async function keepStations(stationIds: readonly string[]): Promise<readonly KeptAct[]> {
  let lost: readonly KeptAct[] = [];
  await changeActs((acts) => {
    const left = atStations(acts, stationIds);
    lost = acts.filter((one) => !left.includes(one));
    return left;
  });
  const queue = await readThing("queue");
  if (queue) await keepThing("queue", { ...queue, view: withStations(queue.view, stationIds) });
  return lost;
}

/** A queue's lists with the rows of these stations alone. */
function withStations(view: unknown, stationIds: readonly string[]): unknown {
  const isOurs = (row: unknown) => {
    const { stationId } = row as { readonly stationId?: unknown };
    return typeof stationId !== "string" || stationIds.includes(stationId);
  };
  const lists = Object.entries(view as Readonly<Record<string, unknown>>).map(([name, said]) => [
    name,
    Array.isArray(said) ? said.filter(isOurs) : said,
  ]);
  return Object.fromEntries(lists) as unknown;
}
