"use client";

import { useEffect } from "react";

/** Long enough for the page itself to be there, in milliseconds. */
const afterMs = 4_000;

/**
 * Asks once for what reads codes, while there is network, so that the camera works without it as well
 * (docs/decisions/service-worker.md). Shows nothing.
 */
export function KeepReader() {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (navigator.onLine) import("./code-reader").catch(() => undefined);
    }, afterMs);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
