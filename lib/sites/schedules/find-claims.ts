import type { Context } from "@/lib/core/context";

import type { Need } from "./place-groups";
import type { Range, Slot } from "./rules";

/**
 * Every kind of claim to places, and who tells its live ones. Whoever takes a place names its kind, so nothing is
 * taken that a recount would not find (product.md, Slot).
 */
const sources = {
  Booking: (ctx: Context, stationIds: readonly string[], from: Date): Promise<Claim[]> =>
    ctx.ports.bookingClaims(ctx, stationIds, from),
  /** A place that is held for one owner for a short time. */
  Offer: (ctx: Context, stationIds: readonly string[], from: Date): Promise<Claim[]> =>
    ctx.ports.offerClaims(ctx, stationIds, from),
};

/** What holds one place of a group in every slot of its range at a station. */
export interface Claim extends Range {
  readonly kind: keyof typeof sources;
  readonly stationId: string;
  /** The group's number at the station. */
  readonly group: number;
}

/** The same before a group is found for it: what is asked of a place. */
export interface WantedClaim extends Omit<Claim, "group"> {
  readonly need: Need;
  /** The group to be taken first, where it suits and has a place left. */
  readonly wishedGroup?: number | undefined;
  /** It serves the line itself: nobody who waits comes before it. */
  readonly fromLine?: true;
  /** Whose claim it takes the place of, by its id: that has given its places back. */
  readonly insteadOf?: string | undefined;
}

/** The group that a claim found a place in, and the group's slots as they are now, in order. */
export interface Taken {
  readonly group: number;
  readonly slots: readonly Slot[];
}

/**
 * The live claims of every kind to places of the stations that can overlap a slot that ends after `from`: what
 * `reserved` counts, wherever it is counted anew.
 */
export async function findClaims(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Claim[]> {
  if (stationIds.length === 0) return [];
  const claims = await Promise.all(
    Object.values(sources).map((source) => source(ctx, stationIds, from)),
  );
  return claims.flat();
}
