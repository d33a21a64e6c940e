import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";

import type { Alternative, Refused } from "./find-alternatives";
import { nearM, nearStations, windowHours } from "./rules";
import { findHeldAlternative } from "./store/entries";
import { findLimits, findNear } from "./store/nearby";

/** An alternative whose place is held, and until when. */
export interface HeldAlternative extends Alternative {
  readonly offerId: string;
  readonly offerEndsAt: string;
}

/**
 * The place that is held for the owner already where it is an alternative to what is refused now, as when the same is
 * asked once more because the first answer was lost; null otherwise.
 */
export async function findHeld(
  ctx: Context,
  ownerId: string,
  { stationId, startsAt, endsAt }: Refused,
): Promise<HeldAlternative | null> {
  const held = await findHeldAlternative(ctx, ownerId);
  if (!held?.offerEndsAt) return null;
  const isAsLong =
    held.endsAt.getTime() - held.startsAt.getTime() === endsAt.getTime() - startsAt.getTime();
  const apart = Math.abs(held.startsAt.getTime() - startsAt.getTime());
  if (!isAsLong || apart > windowHours * hourMs) return null;
  const [near, [limits]] = await Promise.all([
    findNear(ctx, stationId, { radiusM: nearM, most: nearStations }),
    findLimits(ctx, [held.stationId]),
  ]);
  const at = near.find(({ id }) => id === held.stationId);
  if (!at || !limits) return null;
  return {
    stationId: held.stationId,
    startsAt: held.startsAt,
    endsAt: held.endsAt,
    station: { ...limits, ...at },
    offerId: held.id,
    offerEndsAt: held.offerEndsAt.toISOString(),
  };
}
