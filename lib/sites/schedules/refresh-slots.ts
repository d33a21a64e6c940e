import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { stationBatches } from "./find-bookable-stations";
import { findDiffering, rebuildLocked, type StationChanges } from "./rebuild-slots";
import { lockStationRows } from "./store/plans";

/** Stations compared at once, and rebuilt in one transaction: their bookings wait for it. */
const batch = { compared: 200, rebuilt: 50 } as const;

/** What a run did. */
export interface RefreshCounts {
  /** Stations looked at. */
  readonly stations: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Makes the slots of every station that a business runs reach the horizon (000-45). Stations are compared without a
 * lock, and only those that differ are locked and rebuilt, in batches, each a transaction of its own; what another
 * worker or a booking has locked is left for the end, so several workers share the work.
 */
export async function refreshSlots(ctx: Context): Promise<RefreshCounts> {
  scopeOf(ctx, "slot.refresh");
  const total = { stations: 0, added: 0, changed: 0, removed: 0 };
  const count = (changes: readonly StationChanges[]) => {
    for (const { added, resized, changed, removed } of changes) {
      total.added += added.length;
      total.changed += resized.length + changed.length;
      total.removed += removed.length;
    }
  };
  const busy: string[] = [];
  const batches = stationBatches(ctx, batch.compared);
  const walk = async () => {
    for await (const ids of batches) {
      total.stations += ids.length;
      const differing = (await findDiffering(ctx, ids)).map(({ plan }) => plan.stationId);
      for (const part of chunks(differing, batch.rebuilt)) {
        const { locked, changes } = await rebuildBatch(ctx, part, true);
        count(changes);
        busy.push(...part.filter((id) => !locked.includes(id)));
      }
    }
  };
  // While the database reads for one, the other is built.
  await Promise.all([walk(), walk()]);
  for (const part of chunks(busy, batch.rebuilt)) {
    count((await rebuildBatch(ctx, part, false)).changes);
  }
  return total;
}

async function rebuildBatch(
  ctx: Context,
  stationIds: readonly string[],
  skipLocked: boolean,
): Promise<{ locked: string[]; changes: StationChanges[] }> {
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockStationRows(ctx, stationIds, skipLocked);
    const changes = await rebuildLocked(ctx, locked);
    const ids = changes.map(({ stationId }) => stationId);
    if (ids.length > 0) await ctx.ports.flagConflicts(ctx, ids);
    return { locked, changes };
  });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
