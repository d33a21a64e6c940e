import type { Context } from "@/lib/core/context";

import type { Claim } from "./find-claims";
import { addReserved, returnReserved } from "./store/reserved";

/**
 * Takes claims from their groups to others, where the caller found room for them, in the caller's transaction, which
 * has the stations locked alone, or nobody else at the same slots.
 */
export async function regroupClaims(
  ctx: Context,
  moves: readonly (Claim & { readonly to: number })[],
): Promise<void> {
  await returnReserved(ctx, moves);
  for (const { to, ...claim } of moves) await addReserved(ctx, { ...claim, group: to });
}
