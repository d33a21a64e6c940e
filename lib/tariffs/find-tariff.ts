import type { Context } from "@/lib/core/context";

import type { Tariff } from "./rules";
import { findLatest } from "./store";

/** The station's present tariff; null where it has none yet. */
export async function findTariff(ctx: Context, stationId: string): Promise<Tariff | null> {
  return (await findLatest(ctx, [stationId])).get(stationId) ?? null;
}

/** The present tariffs of several stations, by station; those without one are missing. */
export async function findTariffs(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, Tariff>> {
  return findLatest(ctx, stationIds);
}
