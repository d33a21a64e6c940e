/** Longer than this nobody waits to be signed out, in milliseconds. */
const patience = 10_000;

const unsent = new Set<() => Promise<unknown>>();

/**
 * Has this sent before somebody signs out, because afterwards it would be refused. Returns how to stop that: it is sent
 * then, too, and whoever signs out meanwhile waits for it.
 */
export function sendBeforeSignOut(send: () => Promise<unknown>): () => void {
  unsent.add(send);
  return () => {
    const forget = () => unsent.delete(send);
    void send().then(forget, forget);
  };
}

/** Sends all of it and waits for the answers, but not for ever; what came of it is said by who sends it. */
export async function sendAllBeforeSignOut(): Promise<void> {
  if (unsent.size === 0) return;
  const sent = Promise.allSettled([...unsent].map((send) => send()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([sent, late]);
  clearTimeout(timer);
}
