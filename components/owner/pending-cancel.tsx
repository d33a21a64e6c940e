"use client";

import { PendingBadge } from "../offline/pending-badge";
import { useActs } from "../offline/use-acts";

/** Marks a booking whose cancellation waits on this phone. */
export function PendingCancel({ bookingId }: { bookingId: string }) {
  const { waiting } = useActs();
  const waits = waiting.some(({ act }) => act.kind === "Cancel" && act.bookingId === bookingId);
  return waits && <PendingBadge />;
}
