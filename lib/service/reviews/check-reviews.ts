import type { Context } from "@/lib/core/context";
import type { Invariant } from "@/lib/core/invariant";
import { toldInvariant } from "@/lib/records/audit/inside";

import { findMiscounted } from "./store/ratings";

/** What is always true of this room's tables, and of what they are counted into. */
export const invariants: readonly Invariant[] = [
  toldInvariant({ entity: "Review", table: "reviews" }),
  { name: "stations: a rating is what its reviews say", find: findWrongRatings },
];

async function findWrongRatings(ctx: Context): Promise<string[]> {
  const wrong = await findMiscounted(ctx);
  return wrong.map(
    ({ stationId, was, is }) =>
      `station ${stationId} has ${was.sum} of ${was.count} reviews, and should have ${is.sum} of ${is.count}`,
  );
}
