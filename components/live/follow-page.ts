import { openLine } from "./open-line";
import { refreshPage } from "./refresh-page";

/** Milliseconds in which several events make one refresh. */
const together = 100;

/** After so many milliseconds it is tried again where no server answered: the event is not told a second time. */
const again = 5_000;

/**
 * Makes the page anew when an event is heard whose type begins as one of `kinds`, at most every `apartMs` milliseconds;
 * `since` answers the server's time of what stands there. Answers what ends it.
 */
export function followPage({
  router,
  kinds,
  apartMs,
  since,
}: {
  router: { refresh(): void };
  kinds: readonly string[];
  apartMs: number;
  since: () => number;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHere = true;
  /** When it was made anew last, by this browser's own clock: the first news is shown at once. */
  let madeAt = -Infinity;
  const refresh = async () => {
    const isMade = await refreshPage(router, () => isHere);
    timer = undefined;
    if (isMade) madeAt = performance.now();
    // A page that nobody sees hears all of it once more when it is looked at.
    else if (isHere && !document.hidden) timer = setTimeout(() => void refresh(), again);
  };
  const left = () => Math.max(together, madeAt + apartMs - performance.now());
  const hear = (type: string) => {
    if (type === "missed" || kinds.some((kind) => type.startsWith(kind))) {
      timer ??= setTimeout(() => void refresh(), left());
    }
  };
  const line = openLine({ hear, since });
  return () => {
    isHere = false;
    clearTimeout(timer);
    line.close();
  };
}
