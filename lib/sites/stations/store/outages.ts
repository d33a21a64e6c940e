import { and, eq, exists, isNull } from "drizzle-orm";

import { mentions } from "@/db/schema/columns";
import { connectorOutages, connectors } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

export type OutageRow = typeof connectorOutages.$inferSelect;

/** Which outage: its own id, and the station whose connector it must concern. */
export interface OutageKey {
  readonly stationId: string;
  readonly outageId: string;
}

export async function insertOutage(ctx: Context, row: OutageRow): Promise<void> {
  await ctx.db.insert(connectorOutages).values(row);
}

/** Changes an outage that has not ended; null where the station has none such. */
export async function updateLasting(
  ctx: Context,
  { stationId, outageId }: OutageKey,
  columns: Partial<Pick<OutageRow, "untilAt" | "endedAt">>,
): Promise<OutageRow | null> {
  const ofStation = ctx.db
    .select({ id: connectors.id })
    .from(connectors)
    .where(
      and(eq(connectors.id, connectorOutages.connectorId), eq(connectors.stationId, stationId)),
    );
  const [row] = await ctx.db
    .update(connectorOutages)
    .set(columns)
    .where(
      and(eq(connectorOutages.id, outageId), isNull(connectorOutages.endedAt), exists(ofStation)),
    )
    .returning();
  return row ?? null;
}

/** Takes the reasons that name the person off outages. */
export async function forgetOutageReasons(ctx: Context, { texts }: Erased): Promise<Counts> {
  const { reason } = connectorOutages;
  const outages = await ctx.db
    .update(connectorOutages)
    .set({ reason: null })
    .where(mentions(reason, texts));
  return { outageReasons: outages.count };
}
