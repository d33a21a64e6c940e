"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

import { afterLoad } from "./after-load";

/**
 * The browser's part of `LiveRefresh`; `since` is the server's time of the page, in milliseconds since 1970, `apartMs` how
 * far two refreshes lie apart at least. What does the work comes after the page: nothing that happens meanwhile is lost.
 * `refresh` brings up to date what stands where the page itself is not made anew.
 */
export function LiveLine({
  of,
  since,
  apartMs = 0,
  refresh,
}: {
  of: readonly string[];
  since: number;
  apartMs?: number;
  refresh?: () => Promise<void>;
}) {
  const router = useRouter();
  const bring = useEffectEvent(() => (refresh ? void refresh() : router.refresh()));
  const kinds = of.join(" ");
  const known = useRef(since);
  useEffect(() => {
    known.current = since;
  }, [since]);
  useEffect(() => {
    let isHere = true;
    let end: (() => void) | undefined;
    const follow = async () => {
      await afterLoad();
      // Without network it may never have come; then nothing can be heard either.
      const file = await import("./follow-page").catch(() => null);
      if (!isHere) return;
      end = file?.followPage({
        router: { refresh: () => bring() },
        kinds: kinds.split(" "),
        apartMs,
        since: () => known.current,
      });
    };
    void follow();
    return () => {
      isHere = false;
      end?.();
    };
  }, [kinds, apartMs]);
  return null;
}
