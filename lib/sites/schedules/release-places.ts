import type { Context } from "@/lib/core/context";

import type { Claim } from "./find-claims";
import { returnReserved } from "./store/reserved";

/**
 * Gives back one place a claim in every slot that overlaps its range, whatever slots it was made for, all claims in
 * one statement and in the one order of slots. A slot that counts nothing already is left at 0: the reconcile job
 * reports what is wrong with it. The caller has locked the stations, so that no rebuild counts a claim in between.
 */
export async function releasePlaces(ctx: Context, claims: readonly Claim[]): Promise<void> {
  await returnReserved(ctx, claims);
}
