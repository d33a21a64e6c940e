import type { Context } from "@/lib/core/context";
import type { Invariant } from "@/lib/core/invariant";

import { stationBatches } from "./find-bookable-stations";
import { findClaims } from "./find-claims";
import { findMiscounted } from "./store/recounts";

const batch = 50;
/** Every slot that there is. */
const always = new Date(0);

/** What is always true of this room's tables. */
export const invariants: readonly Invariant[] = [
  { name: "slots: reserved is the number of claims that hold a place", find: findWrongSlots },
];

/** Compares as a recount does, but changes nothing. */
async function findWrongSlots(ctx: Context): Promise<string[]> {
  const found: string[] = [];
  for await (const stationIds of stationBatches(ctx, batch)) {
    const claims = await findClaims(ctx, stationIds, always);
    const wrong = await findMiscounted(ctx, stationIds, always, claims);
    found.push(
      ...wrong.map(
        ({ stationId, startsAt, group, was, is }) =>
          `station ${stationId}, slot of group ${group} at ${startsAt.toISOString()}: reserved is ${was}, the claims are ${is}`,
      ),
    );
  }
  return found;
}
