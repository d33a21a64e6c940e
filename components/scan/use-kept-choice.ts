"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** For a browser that keeps nothing: as long as the page stands. */
const chosen = new Map<string, string>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What somebody chose on this device, such as its camera; it tells nothing of anybody. Undefined before a choice. */
export function useKeptChoice(
  name: "baybook.camera" | "baybook.muted",
): readonly [string | undefined, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => undefined,
  );
  const choose = useCallback(
    (next: string) => {
      chosen.set(name, next);
      try {
        localStorage.setItem(name, next);
      } catch {
        // Nothing is kept in this browser.
      }
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [value, choose];
}

function read(name: string): string | undefined {
  if (chosen.has(name)) return chosen.get(name);
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
