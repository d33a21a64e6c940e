import { BeginAnew, type Context } from "@/lib/core/context";

import { lockStationRows } from "./store/plans";

/**
 * Locks stations alone that the caller may hold shared. Where others hold one of them just now, the transaction begins
 * anew with all of them locked first.
 */
export async function holdAlone(ctx: Context, stationIds: readonly string[]): Promise<void> {
  const locked = await lockStationRows(ctx, stationIds, true);
  if (locked.length === new Set(stationIds).size) return;
  throw new BeginAnew((ctx) => lockStationRows(ctx, stationIds, false));
}
