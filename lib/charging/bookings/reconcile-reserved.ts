import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { findBookableStations, recountPlaces } from "@/lib/sites/schedules/inside";

const batch = 50;

/** A slot whose count was wrong. */
export interface RepairedSlot {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly was: number;
  readonly is: number;
}

/**
 * Counts the places of every slot since yesterday anew from the live claims, and puts right and audits what differs:
 * there should be nothing, so whoever runs it reports each difference as an error (product.md, Slot).
 */
export async function reconcileReserved(
  ctx: Context,
): Promise<{ stations: number; differences: RepairedSlot[] }> {
  scopeOf(ctx, "slot.reconcile");
  const from = new Date(ctx.clock.now().getTime() - dayMs);
  const differences: RepairedSlot[] = [];
  let stations = 0;
  let after: string | null = null;
  for (;;) {
    const stationIds: string[] = await findBookableStations(ctx, after, batch);
    const last = stationIds.at(-1);
    if (last === undefined) return { stations, differences };
    after = last;
    stations += stationIds.length;
    differences.push(...(await reconcileBatch(ctx, stationIds, from)));
  }
}

async function reconcileBatch(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<RepairedSlot[]> {
  return inTransaction(ctx, async (ctx) => {
    const repaired = await recountPlaces(ctx, { stationIds, from });
    await recordAudit(
      ctx,
      ...repaired.map(({ stationId, startsAt, was, is }) => ({
        entity: "Station" as const,
        entityId: stationId,
        action: "Reconcile" as const,
        changes: { startsAt, reserved: [was, is] },
        stationId,
      })),
    );
    return repaired;
  });
}
