"use client";

import { useEffect } from "react";

/** Milliseconds that a page is left alone before more is loaded. */
const quietMs = 3_000;

/**
 * Loads what operators need and pages bring at its first use alone, such as the camera's library, once this browser's
 * worker stands between: what it has passed on is there without network, too.
 */
export function LoadAhead() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return undefined;
    const { serviceWorker } = navigator;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      if (!serviceWorker.controller) return;
      clearTimeout(timer);
      timer = setTimeout(() => void loadAll(), quietMs);
    };
    begin();
    serviceWorker.addEventListener("controllerchange", begin);
    return () => {
      clearTimeout(timer);
      serviceWorker.removeEventListener("controllerchange", begin);
    };
  }, []);
  return null;
}

/** What does not come now comes when it is needed. */
const loadAll = () =>
  Promise.allSettled([
    import("./code-reader"),
    import("../ui/dialog-window"),
    import("../ui/toast-stack"),
    import("../offline/unsent"),
    import("../offline/erase-kept"),
  ]);
