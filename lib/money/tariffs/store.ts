import { desc, eq } from "drizzle-orm";

import { tariffs } from "@/db/schema/tariffs";
import type { Context } from "@/lib/core/context";

import type { Tariff } from "./rules";

export async function insertTariff(ctx: Context, row: typeof tariffs.$inferInsert): Promise<void> {
  await ctx.db.insert(tariffs).values(row);
}

/** The station's newest tariff; null for none. */
export async function findLatest(ctx: Context, stationId: string): Promise<Tariff | null> {
  const [row] = await ctx.db
    .select({
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
    .where(eq(tariffs.stationId, stationId))
    .orderBy(desc(tariffs.createdAt), desc(tariffs.id))
    .limit(1);
  return row ?? null;
}
