import type { Context } from "@/lib/core/context";

import type { Claim, Taken, WantedClaim } from "./find-claims";
import { holdAlone } from "./hold-alone";
import { makeRoom } from "./make-room";
import type { Slot } from "./rules";
import { isWaitedFor, takeReserved } from "./store/reserved";
import { findGroups, findGroupSlots, type StationGroup, type StationSlot } from "./store/slots";

/** What a claim that found no room met: the station's groups of places, and their slots that overlap its range. */
export interface Met {
  /** Whether what is free was offered to those in line, of whom the caller may be one. */
  readonly isOffered: boolean;
  readonly groups: readonly StationGroup[];
  readonly slots: readonly StationSlot[];
}

/**
 * Takes one place of one group in every slot of the claim's range, or none (product.md, Slot): by counting in one
 * statement and in slot order; where that finds none though the station has several groups, or other places are open
 * from slot to slot, by trying, and by moving up to two other bookings to groups that suit them. Where somebody waits
 * for one of the slots, who stands in line is offered what is free before anybody else takes it (product.md, Place
 * offers). Null where slots do not cover the range exactly, or there is no room: the caller says which. The caller has
 * locked the station; where others hold it too, and it is wanted alone, the transaction begins anew.
 */
export async function claimPlaces(ctx: Context, wanted: WantedClaim): Promise<Taken | null> {
  return (await claimOrMeet(ctx, wanted)).taken;
}

/** The same, with what the claim met where it found no room. The first way may have been sent before (`byCount`). */
export async function claimOrMeet(
  ctx: Context,
  { wishedGroup, ...wanted }: WantedClaim,
  byCount = takeByCount(ctx, { ...wanted, wishedGroup }),
): Promise<{ readonly taken: Taken } | { readonly taken: null; readonly met: Met }> {
  const slots = await byCount;
  const [first] = slots;
  if (first) return { taken: { group: first.group, slots } };
  const { stationId } = wanted;
  const [met, isWaited] = await Promise.all([
    meet(ctx, wanted),
    !wanted.fromLine && isWaitedFor(ctx, wanted),
  ]);
  const groups = new Set(met.slots.map(({ group }) => group));
  const isPlain = !isWaited && groups.size === 1 && !met.slots.some(({ uneven }) => uneven);
  if (groups.size === 0 || isPlain) return { taken: null, met: { ...met, isOffered: false } };
  await holdAlone(ctx, [stationId]);
  if (isWaited) await ctx.ports.offerPlaces(ctx, stationId);
  const taken = await makeRoom(ctx, wanted);
  // Behind the lock, and with what was offered meanwhile.
  if (taken) return { taken };
  return { taken, met: { ...(await meet(ctx, wanted)), isOffered: isWaited } };
}

async function meet(
  ctx: Context,
  { stationId, startsAt, endsAt }: Omit<Claim, "group" | "kind">,
): Promise<Omit<Met, "isOffered">> {
  const [groups, slots] = await Promise.all([
    findGroups(ctx, [stationId]),
    findGroupSlots(ctx, [stationId], startsAt, endsAt),
  ]);
  return { groups, slots };
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
