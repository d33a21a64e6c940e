import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { releasePlaces } from "@/lib/sites/schedules/inside";
import { lockStation } from "@/lib/sites/stations/inside";

import { claimOf } from "./claim-offer";
import { belongingsOf, waitingMachine } from "./rules";
import type { WaitingView } from "./schema";
import { findEntry, lockEntry, updateEntry } from "./store/entries";
import { isOffer } from "./store/offers";
import { toldWaiting, viewWaiting } from "./view";

/**
 * Takes the owner out of a line (Left), or gives back the place that is held for them (Passed), for the next one.
 * Throws `waiting.not_found`, or `waiting.status` where they are out of it already.
 */
export async function leaveWaiting(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<WaitingView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findEntry(ctx, id);
    if (!found) throw fail("waiting.not_found");
    authorize(ctx, "waiting.join", { ...found, ...belongingsOf(found) }, "waiting.not_found");
    // The order of all who take or give back places: the station, then what is held there.
    await lockStation(ctx, found.stationId, "share");
    const entry = await lockEntry(ctx, id);
    if (!entry) throw fail("waiting.not_found");
    const left = await transition(ctx, waitingMachine, entry, {
      action: "leave",
      payload: ({ thing }) => toldWaiting(thing),
      update: async (step) => {
        const row = await updateEntry(ctx, id, step, {});
        if (row && isOffer(entry)) await releasePlaces(ctx, [claimOf(entry)]);
        return row;
      },
    });
    return viewWaiting(ctx, { ...found, ...left, rank: null });
  });
}
