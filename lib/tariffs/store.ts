import { desc, inArray } from "drizzle-orm";

import { tariffs } from "@/db/schema/tariffs";
import type { Context } from "@/lib/core/context";

import type { Tariff } from "./rules";

export async function insertTariff(ctx: Context, row: typeof tariffs.$inferInsert): Promise<void> {
  await ctx.db.insert(tariffs).values(row);
}

/** The newest tariff of each station. */
export async function findLatest(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, Tariff>> {
  if (stationIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinctOn([tariffs.stationId], {
      stationId: tariffs.stationId,
      mode: tariffs.mode,
      currency: tariffs.currency,
      feeMinor: tariffs.feeMinor,
      perHourMinor: tariffs.perHourMinor,
      perKwhMinor: tariffs.perKwhMinor,
      minimumFeeMinor: tariffs.minimumFeeMinor,
      billingIncrementMinutes: tariffs.billingIncrementMinutes,
      taxMilliPercent: tariffs.taxMilliPercent,
      lateCancelFeeMinor: tariffs.lateCancelFeeMinor,
    })
    .from(tariffs)
    .where(inArray(tariffs.stationId, [...stationIds]))
    .orderBy(tariffs.stationId, desc(tariffs.createdAt), desc(tariffs.id));
  return new Map(rows.map(({ stationId, ...tariff }) => [stationId, tariff]));
}
