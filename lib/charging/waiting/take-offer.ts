import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { needOf } from "./claim-offer";
import { waitingMachine } from "./rules";
import { updateEntry, type TimeAt, type WaitingRow } from "./store/entries";
import { hasOffer, lockOffer } from "./store/offers";

/**
 * Turns the place that is held for the calling owner at exactly that time into their booking's, which counts it from
 * now on; null where none is. The one that is named, or the owner's own for that time. The caller shares the station
 * (a port). Throws `offer.ended` where the named one is not held any more, or for another time.
 */
export async function takeOffer(
  ctx: Context,
  { offerId, ...time }: TimeAt & { readonly offerId?: string | undefined },
) {
  const { userId } = asHolder(ctx, "booking.create").actor;
  const offer = await lockOffer(ctx, userId, time);
  if (!offer || (offerId !== undefined && offer.id !== offerId)) {
    if (offerId !== undefined) throw fail("offer.ended");
    return null;
  }
  const entry: WaitingRow = offer;
  await transition(ctx, waitingMachine, entry, {
    action: "take",
    update: (step) => updateEntry(ctx, offer.id, step, {}),
  });
  return { group: offer.placeGroup, need: needOf(offer) };
}

/** Whether a place is held for the calling owner at exactly that time, to be taken by `takeOffer` (a port). */
export async function isHeldForCaller(ctx: Context, time: TimeAt): Promise<boolean> {
  return hasOffer(ctx, asHolder(ctx, "booking.create").actor.userId, time);
}
