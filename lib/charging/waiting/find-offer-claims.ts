import type { Context } from "@/lib/core/context";
import type { Claim, PlaceHolder } from "@/lib/sites/schedules/inside";

import { claimOf, needOf } from "./claim-offer";
import { findOffers } from "./store/offers";

/** The claims of places that are held at the stations; for the slots' counts (a port). */
export async function offerClaims(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Claim[]> {
  return (await findOffers(ctx, stationIds, from)).map(claimOf);
}

/** The same with what their cars ask, for whoever looks for room beside them; none goes elsewhere (a port). */
export async function offerHolders(
  ctx: Context,
  stationId: string,
  from: Date,
): Promise<PlaceHolder[]> {
  const offers = await findOffers(ctx, [stationId], from);
  return offers.map((offer) => ({
    id: offer.id,
    startsAt: offer.startsAt,
    endsAt: offer.endsAt,
    group: offer.placeGroup,
    need: needOf(offer),
    mayMove: false,
    isFlagged: false,
  }));
}
