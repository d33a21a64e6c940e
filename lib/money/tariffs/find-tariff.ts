import type { Context } from "@/lib/core/context";

import type { Tariff } from "./rules";
import { findLatest } from "./store";

/** The station's present tariff; null where it has none yet. */
export async function findTariff(ctx: Context, stationId: string): Promise<Tariff | null> {
  return findLatest(ctx, stationId);
}
