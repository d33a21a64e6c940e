import { inTransaction, type Context } from "@/lib/core/context";

import { findClaims } from "./find-claims";
import { lockStationRows } from "./store/plans";
import { repairReserved, type Difference } from "./store/recounts";

/**
 * Compares `reserved` of every slot that ends after `from` with the live claims of every kind that overlap it, puts
 * right what differs, and returns it: there should be nothing (product.md, Slot). Locks the stations meanwhile.
 */
export async function recountPlaces(
  ctx: Context,
  { stationIds, from }: { readonly stationIds: readonly string[]; readonly from: Date },
): Promise<Difference[]> {
  if (stationIds.length === 0) return [];
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockStationRows(ctx, stationIds, false);
    return repairReserved(ctx, locked, from, await findClaims(ctx, locked, from));
  });
}
