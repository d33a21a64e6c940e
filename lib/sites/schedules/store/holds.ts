import { and, asc, count, eq, gt } from "drizzle-orm";

import { maintenanceHolds } from "@/db/schema/schedules";
import { mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

export type HoldRow = typeof maintenanceHolds.$inferSelect;

/** What a hold takes, one of the two null. */
export type HeldColumns = Pick<HoldRow, "connectors" | "connectorIds">;

/** Which hold: its own id, and the station's that it must belong to. */
export interface HoldKey {
  readonly stationId: string;
  readonly holdId: string;
}

const itself = ({ stationId, holdId }: HoldKey) =>
  and(eq(maintenanceHolds.id, holdId), eq(maintenanceHolds.stationId, stationId));

export async function insertHold(ctx: Context, row: HoldRow): Promise<void> {
  await ctx.db.insert(maintenanceHolds).values(row);
}

export async function findHold(ctx: Context, key: HoldKey): Promise<HoldRow | null> {
  const [row] = await ctx.db.select().from(maintenanceHolds).where(itself(key));
  return row ?? null;
}

export async function storeHold(
  ctx: Context,
  key: HoldKey,
  values: Omit<HoldRow, "id" | "stationId" | "createdAt">,
): Promise<void> {
  await ctx.db.update(maintenanceHolds).set(values).where(itself(key));
}

export async function deleteHold(ctx: Context, key: HoldKey): Promise<void> {
  await ctx.db.delete(maintenanceHolds).where(itself(key));
}

/** One page of the station's holds by their start; those that end after `endingAfter` alone, where it is given. */
export async function findHolds(
  ctx: Context,
  stationId: string,
  endingAfter: Date | null,
  page: PageQuery,
): Promise<Page<HoldRow>> {
  const where = and(
    eq(maintenanceHolds.stationId, stationId),
    endingAfter ? gt(maintenanceHolds.endsAt, endingAfter) : undefined,
  );
  const [total] = await ctx.db.select({ count: count() }).from(maintenanceHolds).where(where);
  const items = await ctx.db
    .select()
    .from(maintenanceHolds)
    .where(where)
    .orderBy(asc(maintenanceHolds.startsAt), asc(maintenanceHolds.id))
    .limit(page.limit)
    .offset(pageOffset(page));
  return { items, total: total?.count ?? 0 };
}

/** Takes the reasons that name the person off holds. */
export async function forgetHoldReasons(ctx: Context, { texts }: Erased): Promise<Counts> {
  const { reason } = maintenanceHolds;
  const holds = await ctx.db
    .update(maintenanceHolds)
    .set({ reason: "–" })
    .where(mentions(reason, texts));
  return { holdReasons: holds.count };
}
