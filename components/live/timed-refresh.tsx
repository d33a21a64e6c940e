"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { refreshPage } from "./refresh-page";

/** Brings the page up to date every so many seconds while somebody looks at it: for what no event tells of. */
export function TimedRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    let isHere = true;
    const refresh = () => {
      if (!document.hidden) void refreshPage(router, () => isHere);
    };
    const timer = setInterval(refresh, seconds * 1_000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, seconds]);
  return null;
}
