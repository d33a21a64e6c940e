import { deleteDB, type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { KeptAct } from "./act";
import type { ClockReading } from "./clock";

/** What the phone keeps, of one person at a time. */
interface Kept extends DBSchema {
  /** Single things, each by its name. */
  things: { key: keyof KeptThings; value: KeptThings[keyof KeptThings] };
  acts: { key: string; value: KeptAct };
  /** Pictures that wait to be sent, by the key of their act. */
  photos: { key: string; value: Blob };
}

export interface KeptThings {
  /** Whose it all is. */
  owner: string;
  clock: ClockReading;
  /** When the server answered last, by the phone's clock, in milliseconds since 1970. */
  contactAt: number;
  /** When the server said that nobody is signed in any more, by the phone's clock. */
  signedOutAt: number;
  /** The queue as it was answered last, and when. */
  queue: { readonly view: unknown; readonly at: number };
}

const name = "baybook";
let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The phone's database, made where there is none. A connection that another tab wants closed is opened anew when asked. */
function database(): Promise<IDBPDatabase<Kept>> {
  const forget = () => (opened = undefined);
  opened ??= openDB<Kept>(name, 1, {
    upgrade(made) {
      made.createObjectStore("things");
      made.createObjectStore("acts", { keyPath: "act.key" });
      made.createObjectStore("photos");
    },
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

export async function readThing<K extends keyof KeptThings>(
  key: K,
): Promise<KeptThings[K] | undefined> {
  return (await (await database()).get("things", key)) as KeptThings[K] | undefined;
}

export async function keepThing<K extends keyof KeptThings>(
  key: K,
  value: KeptThings[K],
): Promise<void> {
  await (await database()).put("things", value, key);
}

export async function dropThings(...keys: (keyof KeptThings)[]): Promise<void> {
  const { store, done } = (await database()).transaction("things", "readwrite");
  await Promise.all([...keys.map((key) => store.delete(key)), done]);
}

/** In their order. */
export async function readActs(): Promise<KeptAct[]> {
  return inOrder(await (await database()).getAll("acts"));
}

/**
 * Changes the acts by a pure function, in one transaction: two tabs that do so at once do it one after the other.
 * `picture` is kept beside them; pictures whose act is done or put away go. Answers the acts as they are then.
 */
export async function changeActs(
  change: (acts: readonly KeptAct[]) => readonly KeptAct[],
  picture?: { readonly key: string; readonly blob: Blob },
): Promise<readonly KeptAct[]> {
  const held = (await database()).transaction(["acts", "photos"], "readwrite");
  const [acts, photos] = [held.objectStore("acts"), held.objectStore("photos")];
  const before = inOrder(await acts.getAll());
  const after = change(before);
  const left = new Set(after.map(({ act }) => act.key));
  const unchanged = new Set(before);
  if (picture && left.has(picture.key)) await photos.put(picture.blob, picture.key);
  for (const one of after) if (!unchanged.has(one)) await acts.put(one);
  for (const { act } of before) if (!left.has(act.key)) await acts.delete(act.key);
  const pictured = new Set(after.filter(({ state }) => state !== "Done").map(({ act }) => act.key));
  for (const key of await photos.getAllKeys()) if (!pictured.has(key)) await photos.delete(key);
  await held.done;
  return after;
}

const inOrder = (acts: readonly KeptAct[]) => acts.toSorted((a, b) => a.seq - b.seq);

export async function readPicture(key: string): Promise<Blob | undefined> {
  return (await database()).get("photos", key);
}

/** Removes everything, the database itself too; waits for no other tab, which gives way by itself. */
export async function dropDatabase(): Promise<void> {
  const connection = await opened?.catch(() => undefined);
  connection?.close();
  opened = undefined;
  await deleteDB(name);
}
