import type { Context } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { transition, type StatusStep } from "@/lib/core/transitions";
import { releasePlaces } from "@/lib/sites/schedules/inside";

import { claimOf } from "./claim-offer";
import { waitingMachine } from "./rules";
import type { WaitingStatus } from "./schema";
import { updateEntry } from "./store/entries";
import { lockLost } from "./store/offers";
import { toldWaiting } from "./view";

/**
 * Takes back the places that are held at stations which lost them meanwhile, the latest first, before any booking is
 * flagged for it: a booking is a promise, an offer the hope of one. Who had it stands in line where they stood. The
 * caller has locked the stations (a port).
 */
export async function withdrawOffers(outer: Context, stationIds: readonly string[]): Promise<void> {
  const ctx = { ...outer, actor: jobActor("waiting") };
  for (;;) {
    const [offer] = await lockLost(ctx, stationIds);
    if (!offer) return;
    const update = async (step: StatusStep<WaitingStatus>) => {
      const row = await updateEntry(ctx, offer.id, step, { placeGroup: null, offerEndsAt: null });
      await releasePlaces(ctx, [claimOf(offer)]);
      return row;
    };
    // An alternative stood in no line before it was held.
    await (offer.kind === "Waiting"
      ? transition(ctx, waitingMachine, offer, {
          action: "withdraw",
          payload: ({ thing }) => toldWaiting(thing),
          update,
        })
      : transition(ctx, waitingMachine, offer, {
          action: "expire",
          payload: ({ thing }) => ({ ...toldWaiting(thing), wasOffered: true }),
          update,
        }));
  }
}
