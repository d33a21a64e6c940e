import type { Context } from "@/lib/core/context";
import type { Claim, PlaceHolder } from "@/lib/sites/schedules/inside";

import { getSettings } from "@/lib/records/settings/inside";

import { claimOf, needOf } from "./claim-range";
import { checkInWindow } from "./rules";
import { isOpen } from "./schema";
import { findHeldRanges, findHolders } from "./store/conflicts";

/** The claims of bookings that hold a place at the stations and end after `from`; for the slots' counts (a port). */
export async function bookingClaims(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Claim[]> {
  return (await findHeldRanges(ctx, stationIds, from)).map(claimOf);
}

/**
 * All that hold a place at the station and end after `from`, with what they ask of it; those for whom nobody may come
 * yet may go to another group (a port).
 */
export async function placeHolders(
  ctx: Context,
  stationId: string,
  from: Date,
  to: "move" | "look",
): Promise<PlaceHolder[]> {
  const holders = await findHolders(ctx, [stationId], from, to);
  const [first] = holders;
  if (!first) return [];
  const settings = await getSettings(ctx, { businessId: first.businessId, stationId });
  const now = ctx.clock.now();
  return holders.map((one) => ({
    id: one.id,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    group: one.placeGroup,
    need: needOf(one),
    mayMove: one.isOurs && isOpen(one.status) && checkInWindow(one, settings).opensAt > now,
    isFlagged: one.conflict !== null,
  }));
}
