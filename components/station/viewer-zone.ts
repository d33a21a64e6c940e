"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The reader's own time zone; null while the server renders, which cannot know it. */
export function useViewerZone(): string | null {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
