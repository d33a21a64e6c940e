import type { Context } from "@/lib/core/context";
import { transition } from "@/lib/core/transitions";
import { releasePlaces } from "@/lib/sites/schedules/inside";

import { claimOf } from "./claim-offer";
import { isDue, waitingMachine } from "./rules";
import { lockEntry, updateEntry } from "./store/entries";
import { isOffer } from "./store/offers";
import { toldWaiting } from "./view";

/**
 * Ends an entry whose offer ran out, or whose slot began, and gives its place back; false where another was first. In
 * the caller's transaction, which shares the station.
 */
export async function expireEntry(ctx: Context, id: string): Promise<boolean> {
  const entry = await lockEntry(ctx, id);
  if (!entry || !isDue(entry, ctx.clock.now())) return false;
  const wasOffered = entry.status === "Offered";
  await transition(ctx, waitingMachine, entry, {
    action: "expire",
    payload: ({ thing }) => ({ ...toldWaiting(thing), wasOffered }),
    update: async (step) => {
      const row = await updateEntry(ctx, id, step, {});
      if (row && isOffer(entry)) await releasePlaces(ctx, [claimOf(entry)]);
      return row;
    },
  });
  return true;
}
