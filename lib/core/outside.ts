import { AsyncLocalStorage } from "node:async_hooks";

/** Whether what runs now, and whatever it calls, runs inside a transaction that is open. */
const transactions = new AsyncLocalStorage<{ open: boolean }>();

/** Runs what a transaction holds, known as such until it ends. */
export async function asTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await transactions.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** Throws a plain Error inside a transaction: what comes now may not hold its connection and locks. */
export function assertNoTransaction(what: string): void {
  if (transactions.getStore()?.open) {
    throw new Error(`${what} inside a transaction, which would hold its connection and locks.`);
  }
}

/**
 * The one way to wait for the outside: a geocoder, a mail server, a charger, a gateway. Refuses inside a transaction
 * (architecture.md, Concurrency), whatever context the caller holds; `neighbour` names whom it asks.
 */
export async function askOutside<T>(neighbour: string, ask: () => Promise<T>): Promise<T> {
  assertNoTransaction(`${neighbour} is asked`);
  return ask();
}
