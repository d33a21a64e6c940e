/** Places for work that may not take everything: so much at once, the rest waits in its order, and not for long. */
export interface Share {
  /** Does the work when there is a place. Throws `busy()` when there is none in time, or too many wait already. */
  take<T>(work: () => Promise<T>, busy: () => Error): Promise<T>;
}

/** `waitMs` is how long work waits for a place, `waiters` how much of it at once. */
export function makeShare(
  places: number,
  { waitMs, waiters }: { readonly waitMs: number; readonly waiters: number },
): Share {
  const waiting = new Set<() => void>();
  let free = places;

  async function place(busy: () => Error): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.size >= waiters) throw busy();
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(give);
        reject(busy());
      }, waitMs);
      waiting.add(give);
    });
  }

  function leave(): void {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    // The place is handed on, so that nobody who comes now is before them.
    waiting.delete(next);
    next();
  }

  return {
    async take(work, busy) {
      await place(busy);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
