import { useEffect, useState } from "react";

import { hourMs } from "@/lib/core/durations";

import { letTakeOver } from "./service-worker";

/** How often a page that stays open asks whether there is a new version. */
const askEveryMs = hourMs;

/**
 * The new version of the app that waits, and how to let it take over, which loads the page anew; null for none. It is
 * asked for when somebody comes back to the page, too.
 */
export function useUpdate(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return undefined;
    const stop = new AbortController();
    let asked = Date.now();
    void navigator.serviceWorker.ready.then((registration) => {
      if (stop.signal.aborted) return undefined;
      // The first of all versions waits for nobody.
      const watch = () => setWaiting(registration.active && registration.waiting);
      const ask = () => {
        if (document.hidden || Date.now() - asked < askEveryMs) return;
        asked = Date.now();
        registration.update().catch(() => undefined);
      };
      const found = () => registration.installing?.addEventListener("statechange", watch, stop);
      watch();
      found();
      registration.addEventListener("updatefound", found, stop);
      document.addEventListener("visibilitychange", ask, stop);
      const timer = setInterval(ask, askEveryMs);
      stop.signal.addEventListener("abort", () => clearInterval(timer));
      return undefined;
    });
    return () => stop.abort();
  }, []);
  if (!waiting) return null;
  return () => {
    const reload = () => window.location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    letTakeOver(waiting);
  };
}
