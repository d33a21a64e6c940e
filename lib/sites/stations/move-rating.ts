import type { Context } from "@/lib/core/context";

import { addRating } from "./store/stations";

/**
 * Adds to what the reviews of a station come to, in the transaction of whatever changes them, which has locked the
 * station. It is no change of the station that its staff would have to hear of.
 */
export async function moveRating(
  ctx: Context,
  stationId: string,
  by: { readonly sum: number; readonly count: number },
): Promise<void> {
  await addRating(ctx, stationId, by);
}
