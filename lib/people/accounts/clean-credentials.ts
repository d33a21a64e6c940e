import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { deleteExpired } from "./store/credentials";

/**
 * Removes refresh tokens, login sessions and links that have expired by the real clock. Used and ended ones stay
 * until then, so that a second use is still recognised. Returns how many of each.
 */
export async function cleanCredentials(
  ctx: Context,
): Promise<{ refreshTokens: number; loginSessions: number; links: number }> {
  scopeOf(ctx, "credential.clean");
  return deleteExpired(ctx, ctx.clock.real());
}
