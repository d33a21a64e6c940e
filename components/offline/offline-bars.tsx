"use client";

import { lazy, Suspense } from "react";

import { useGroundState } from "./ground-context";

// Before the ground is there they have nothing to say.
const OfflineNotices = lazy(() =>
  import("./offline-notices").then((file) => ({ default: file.OfflineNotices })),
);

/** What there is to say about the network and what was done without it, above the page; `home` is where one signs in for. */
export function OfflineBars({ home }: { home: string }) {
  const { isRead } = useGroundState();
  return (
    isRead && (
      <Suspense>
        <OfflineNotices home={home} />
      </Suspense>
    )
  );
}
