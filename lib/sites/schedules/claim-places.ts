import type { Context } from "@/lib/core/context";

import type { Claim } from "./find-claims";
import type { Slot } from "./rules";
import { takeReserved } from "./store/reserved";

/**
 * Takes one place in every slot of the claim's range, or in none, in one statement and in slot order; returns the
 * slots as they are now, in order. None where slots do not cover the range exactly, or one of them is full: the
 * caller says which (architecture.md, Concurrency). The caller has locked the station.
 */
export async function claimPlaces(ctx: Context, claim: Claim): Promise<Slot[]> {
  return takeReserved(ctx, claim);
}
