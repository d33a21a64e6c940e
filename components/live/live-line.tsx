"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import { openLine } from "./open-line";

/** Milliseconds in which several events make one refresh. */
const together = 100;

/** The browser's part of `LiveRefresh`; `since` is the server's time of the page, in milliseconds since 1970. */
export function LiveLine({ of, since }: { of: readonly string[]; since: number }) {
  const router = useRouter();
  const kinds = of.join(" ");
  const known = useRef(since);
  useEffect(() => {
    known.current = since;
  }, [since]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      router.refresh();
    };
    const hear = (type: string) => {
      if (type === "missed" || kinds.split(" ").some((kind) => type.startsWith(kind))) {
        timer ??= setTimeout(refresh, together);
      }
    };
    const line = openLine(() => `/api/live?since=${known.current}`, hear);
    return () => {
      clearTimeout(timer);
      line.close();
    };
  }, [kinds, router]);
  return null;
}
