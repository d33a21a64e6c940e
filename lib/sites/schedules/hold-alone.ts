import { BeginAnew, type Context } from "@/lib/core/context";

import { lockStationRows } from "./store/plans";

/**
 * Locks stations alone that the caller may hold shared. Where others hold one of them just now, the transaction begins
 * anew and locks them alone from where it shares them on.
 */
export async function holdAlone(ctx: Context, stationIds: readonly string[]): Promise<void> {
  const { alone = [] } = ctx;
  const isAnew = stationIds.every((id) => alone.includes(id));
  // It shares none of them any more, so it may wait.
  const locked = await lockStationRows(ctx, stationIds, !isAnew);
  if (locked.length < new Set(stationIds).size) throw new BeginAnew(stationIds);
}
