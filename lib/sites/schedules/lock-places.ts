import type { Context } from "@/lib/core/context";

import type { Claim } from "./find-claims";
import { lockOverlapping } from "./store/slots";

/**
 * Locks every slot that overlaps one of the claims' ranges, in one fixed order (station, start). A move locks old and
 * new together this way before it changes either: unordered locks deadlock (architecture.md, Concurrency). The
 * caller has locked the stations.
 */
export async function lockPlaces(
  ctx: Context,
  claims: readonly Omit<Claim, "group">[],
): Promise<void> {
  await lockOverlapping(ctx, claims);
}
