import { eq, isNull, sql } from "drizzle-orm";

import { owners } from "@/db/schema/accounts";
import { vehicles } from "@/db/schema/drivers";
import type { Context } from "@/lib/core/context";

/** Drivers who have cars and none, or several, as the default. */
export async function findDefaultless(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ userId: vehicles.userId })
    .from(vehicles)
    .where(isNull(vehicles.deletedAt))
    .groupBy(vehicles.userId)
    .having(sql`count(*) filter (where ${vehicles.isDefault}) <> 1`)
    .limit(100);
  return rows.map(({ userId }) => `driver ${userId}`);
}

/** Drivers whose account has another plate than their default car. */
export async function findOutOfStep(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ userId: owners.userId })
    .from(vehicles)
    .innerJoin(owners, eq(owners.userId, vehicles.userId))
    .where(sql`${vehicles.isDefault} and ${owners.vehiclePlate} is distinct from ${vehicles.plate}`)
    .limit(100);
  return rows.map(({ userId }) => `driver ${userId}`);
}
