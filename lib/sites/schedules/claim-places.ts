import type { Context } from "@/lib/core/context";

import type { Taken, WantedClaim } from "./find-claims";
import { holdAlone } from "./hold-alone";
import { makeRoom } from "./make-room";
import type { Slot } from "./rules";
import { isWaitedFor, takeReserved } from "./store/reserved";
import { findGroupSlots } from "./store/slots";

/**
 * Takes one place of one group in every slot of the claim's range, or none (product.md, Slot): by counting in one
 * statement and in slot order; where that finds none though the station has several groups, or other places are open
 * from slot to slot, by trying, and by moving up to two other bookings to groups that suit them. Where somebody waits
 * for one of the slots, who stands in line is offered what is free before anybody else takes it (product.md, Place
 * offers). Null where slots do not cover the range exactly, or there is no room: the caller says which. The caller has
 * locked the station, and may have sent the first way with it (`byCount`); where others hold it too, and it is wanted alone, the transaction begins anew.
 */
export async function claimPlaces(
  ctx: Context,
  { wishedGroup, ...wanted }: WantedClaim,
  byCount = takeByCount(ctx, { ...wanted, wishedGroup }),
): Promise<Taken | null> {
  const taken = await byCount;
  const [first] = taken;
  if (first) return { group: first.group, slots: taken };
  const { stationId, startsAt, endsAt } = wanted;
  const [slots, isWaited] = await Promise.all([
    findGroupSlots(ctx, [stationId], startsAt, endsAt),
    !wanted.fromLine && isWaitedFor(ctx, wanted),
  ]);
  const groups = new Set(slots.map(({ group }) => group));
  if (groups.size === 0) return null;
  if (!isWaited && groups.size === 1 && !slots.some(({ uneven }) => uneven)) return null;
  await holdAlone(ctx, [stationId]);
  if (isWaited) await ctx.ports.offerPlaces(ctx, stationId);
  return makeRoom(ctx, wanted);
}

/** The first way of `claimPlaces`: by counting, in the group that is wished for before any other. Empty for no room. */
export async function takeByCount(
  ctx: Context,
  { wishedGroup, ...wanted }: WantedClaim,
): Promise<readonly Slot[]> {
  if (wishedGroup !== undefined) {
    const need = { ...wanted.need, group: wishedGroup };
    const wished = await takeReserved(ctx, { ...wanted, need });
    if (wished.length > 0) return wished;
  }
  return takeReserved(ctx, wanted);
}
