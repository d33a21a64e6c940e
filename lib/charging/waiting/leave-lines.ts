import type { Leaving } from "@/lib/core/leaving";

import { leaveWaiting } from "./leave-waiting";
import { liveStatuses } from "./schema";
import { findOwnEntries } from "./store/entries";

/** What this room does when an owner deletes their account: they leave every line, and give back what is held. */
export const leaving: Leaving = async (ctx, ownerId) => {
  const entries = await findOwnEntries(ctx, ownerId, { now: ctx.clock.now() });
  // In one order with whoever else takes several: by station.
  const live = entries
    .filter(({ status }) => liveStatuses.some((live) => live === status))
    .toSorted((one, other) => (one.stationId < other.stationId ? -1 : 1));
  for (const { id } of live) await leaveWaiting(ctx, { id });
};
