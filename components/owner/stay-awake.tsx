"use client";

import { useEffect } from "react";

/** Keeps the screen lit while a code is to be shown; where a phone cannot, nothing happens. */
export function StayAwake() {
  useEffect(() => {
    let held: WakeLockSentinel | undefined;
    let isGone = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const lock = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isGone) await lock?.release();
      else held = lock;
    };
    void hold();
    // A phone lets go of it by itself when the page is hidden.
    document.addEventListener("visibilitychange", hold);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", hold);
      void held?.release();
    };
  }, []);
  return null;
}
