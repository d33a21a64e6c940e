"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import { openLine } from "./open-line";
import { refreshPage } from "./refresh-page";

/** Milliseconds in which several events make one refresh. */
const together = 100;

/** After so many milliseconds it is tried again where no server answered: the event is not told a second time. */
const again = 5_000;

/**
 * The browser's part of `LiveRefresh`; `since` is the server's time of the page, in milliseconds since 1970, `apartMs` how
 * far two refreshes lie apart at least.
 */
export function LiveLine({
  of,
  since,
  apartMs,
}: {
  of: readonly string[];
  since: number;
  apartMs: number;
}) {
  const router = useRouter();
  const kinds = of.join(" ");
  const known = useRef(since);
  /** When it was made anew last, by this browser's own clock: the first news is shown at once. */
  const madeAt = useRef(-Infinity);
  useEffect(() => {
    known.current = since;
  }, [since]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const refresh = async () => {
      const isMade = await refreshPage(router, () => isHere);
      timer = undefined;
      if (isMade) madeAt.current = performance.now();
      // A page that nobody sees hears all of it once more when it is looked at.
      else if (isHere && !document.hidden) timer = setTimeout(() => void refresh(), again);
    };
    const left = () => Math.max(together, madeAt.current + apartMs - performance.now());
    const hear = (type: string) => {
      if (type === "missed" || kinds.split(" ").some((kind) => type.startsWith(kind))) {
        timer ??= setTimeout(() => void refresh(), left());
      }
    };
    const line = openLine({ hear, since: () => known.current });
    return () => {
      isHere = false;
      clearTimeout(timer);
      line.close();
    };
  }, [kinds, router, apartMs]);
  return null;
}
