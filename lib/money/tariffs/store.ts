import { sql, type SQL } from "drizzle-orm";

import { tariffs } from "@/db/schema/tariffs";
import { compiled, type ValueOf } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { digitsOf } from "@/lib/core/currencies";

import type { Tariff } from "./rules";

export async function insertTariff(ctx: Context, row: typeof tariffs.$inferInsert): Promise<void> {
  await ctx.db.insert(tariffs).values(row);
}

/**
 * The tariff in force at a station, the newest, as a value within any store's query; null for none. `stationId` is
 * a parameter, or a column written out whole, because a bare name could be one of the tariff's.
 */
export const tariffInForce = (stationId: SQL): SQL<Tariff | null> => sql<Tariff | null>`(
  select json_build_object('mode', price.mode, 'currency', price.currency, 'feeMinor', price.fee_minor,
    'perHourMinor', price.per_hour_minor, 'perKwhMinor', price.per_kwh_minor,
    'minimumFeeMinor', price.minimum_fee_minor,
    'billingIncrementMinutes', price.billing_increment_minutes,
    'taxMilliPercent', price.tax_milli_percent, 'lateCancelFeeMinor', price.late_cancel_fee_minor)
  from ${tariffs} price where price.station_id = ${stationId}
  order by price.created_at desc, price.id desc limit 1
)`;

/** Decimal places of the currencies that do not have two. */
const otherDigits = JSON.stringify(
  Object.fromEntries([...digitsOf].filter(([, digits]) => digits !== 2)),
);

/**
 * Whether the tariff in force at a station asks at most so much for a kWh, in major units of its currency and before
 * tax; in a statement. One that charges nothing does; one by time or by visit, whose kWh has no price, does not.
 */
export const asksAtMost = (stationId: SQL, perKwh: number): SQL => sql`exists (
  select from (
    select * from ${tariffs} price where price.station_id = ${stationId}
    order by price.created_at desc, price.id desc limit 1
  ) price
  where price.per_kwh_minor <= ${perKwh}::numeric * 10 ^ coalesce((${otherDigits}::jsonb ->> price.currency)::int, 2)
    or (price.per_kwh_minor is null and greatest(price.fee_minor, price.per_hour_minor, price.minimum_fee_minor) = 0)
)`;

/** The station's tariff in force; null for none. */
export async function findLatest(ctx: Context, stationId: string): Promise<Tariff | null> {
  const [row] = await selectLatest(ctx, { stationId });
  return row?.tariff ?? null;
}

// Every page of a station asks for it.
const selectLatest = compiled(({ db }, value: ValueOf<{ stationId: string }>) =>
  db.execute<{ tariff: Tariff | null }>(
    sql`select ${tariffInForce(sql`${value("stationId")}::uuid`)} as tariff`,
  ),
);
