import type { Context } from "@/lib/core/context";

import { getStation } from "./get-station";
import { findParts } from "./read-station";
import { missingOf } from "./rules";
import { setStationStatus } from "./set-station-status";

/**
 * Makes a station Active that waits for what drivers need, where nothing of it is missing any more: whoever set the
 * last of it opened it. In the transaction that holds the station. See docs/decisions/new-stations.md.
 */
export async function openReadyStation(ctx: Context, id: string): Promise<void> {
  const { opensWhenReady } = await getStation(ctx, id);
  if (!opensWhenReady || missingOf(await findParts(ctx, id)).length > 0) return;
  await setStationStatus(ctx, { id, status: "Active" });
}
