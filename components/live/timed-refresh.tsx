"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Brings the page up to date every so many seconds while somebody looks at it: for what no event tells of. */
export function TimedRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const refresh = async () => {
      if (document.hidden) return;
      // Where no server answers, a refresh would leave for the browser's own error; what stands is better.
      const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) router.refresh();
    };
    const timer = setInterval(() => void refresh(), seconds * 1_000);
    const look = () => void refresh();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router, seconds]);
  return null;
}
