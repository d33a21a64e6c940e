import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { mostDirect } from "./read-map-places";
import { areMoreThan, deleteCells, writeCells } from "./store/cells";

/**
 * Counts anew how many stations stand in the cells of the maps' grids (docs/decisions/map-cells.md). Where there are no
 * more than a map counts while somebody waits, nothing is kept. Returns how many cells were written or taken away.
 */
export async function keepCells(ctx: Context): Promise<{ cells: number }> {
  scopeOf(ctx, "station.count");
  return inTransaction(ctx, async (ctx) => {
    const isWorth = await areMoreThan(ctx, mostDirect);
    return { cells: await (isWorth ? writeCells(ctx) : deleteCells(ctx)) };
  });
}
