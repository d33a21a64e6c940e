"use client";

import dynamic from "next/dynamic";

import { useGroundState } from "./ground-context";

// Before the ground is there they have nothing to say.
const OfflineNotices = dynamic(
  () => import("./offline-notices").then((file) => file.OfflineNotices),
  { ssr: false },
);

/** What there is to say about the network and what was done without it, above the page; `home` is where one signs in for. */
export function OfflineBars({ home }: { home: string }) {
  const { isRead } = useGroundState();
  return isRead && <OfflineNotices home={home} />;
}
