import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";
import { lockStation, moveRating } from "@/lib/sites/stations/inside";

import { findMiscounted, type Recount } from "./store/ratings";

/**
 * Counts the ratings of all stations anew, and puts right and audits what differs: there should be nothing, so whoever
 * runs it reports each difference as an error (operations.md, 6.5).
 */
export async function recountRatings(ctx: Context): Promise<Recount[]> {
  scopeOf(ctx, "rating.reconcile");
  const repaired: Recount[] = [];
  for (const { stationId } of await findMiscounted(ctx)) {
    const one = await inTransaction(ctx, async (ctx) => {
      await lockStation(ctx, stationId, "update");
      // Looked at once more behind the lock: a review may just have been on its way.
      const [wrong] = await findMiscounted(ctx, stationId);
      if (!wrong) return null;
      const { was, is } = wrong;
      await moveRating(ctx, stationId, { sum: is.sum - was.sum, count: is.count - was.count });
      await recordAudit(ctx, {
        entity: "Station",
        entityId: stationId,
        action: "Reconcile",
        changes: { ratingSum: [was.sum, is.sum], ratingCount: [was.count, is.count] },
        stationId,
      });
      return wrong;
    });
    if (one) repaired.push(one);
  }
  return repaired;
}
