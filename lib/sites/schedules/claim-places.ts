import { inTransaction, type Context } from "@/lib/core/context";

import type { Taken, WantedClaim } from "./find-claims";
import { makeRoom } from "./make-room";
import { lockAlone, lockStationRows } from "./store/plans";
import { takeReserved } from "./store/reserved";
import { findGroupSlots } from "./store/slots";

/** Thrown where counting cannot tell whether there is room: the work begins anew with the station locked alone. */
class StationWantedAlone extends Error {
  constructor(readonly stationId: string) {
    super("Room can only be found with the station locked alone.");
  }
}

/**
 * Takes one place of one group in every slot of the claim's range, or none (product.md, Slot): by counting in one
 * statement and in slot order; where that finds none though the station has several groups, or other places are open
 * from slot to slot, by trying, and by moving up to two other bookings to groups that suit them. Null where slots do
 * not cover the range exactly, or there is no room: the caller says which. The caller has locked the station, and is
 * called within `withPlaces`.
 */
export async function claimPlaces(ctx: Context, wanted: WantedClaim): Promise<Taken | null> {
  const taken = await takeReserved(ctx, wanted);
  const [first] = taken;
  if (first) return { group: first.group, slots: taken };
  const { stationId, startsAt, endsAt } = wanted;
  const slots = await findGroupSlots(ctx, [stationId], startsAt, endsAt);
  const groups = new Set(slots.map(({ group }) => group));
  if (groups.size === 0 || (groups.size === 1 && !slots.some(({ uneven }) => uneven))) return null;
  if (!(await lockAlone(ctx, stationId))) throw new StationWantedAlone(stationId);
  return makeRoom(ctx, wanted);
}

/**
 * Does work that takes places, in a transaction; once more, should it want the station alone, with its row locked from
 * the beginning: to change a lock that is shared for one alone deadlocks.
 */
export async function withPlaces<C extends Context, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(ctx, work);
  } catch (error) {
    if (!(error instanceof StationWantedAlone)) throw error;
    const { stationId } = error;
    return inTransaction(ctx, async (ctx) => {
      await lockStationRows(ctx, [stationId], false);
      return work(ctx);
    });
  }
}
