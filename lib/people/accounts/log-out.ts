import { inTransaction, type Context } from "@/lib/core/context";

import { getSelf } from "./read-me";
import { hashSecret } from "./rules";
import type { Accepted, Logout } from "./schema";
import { closeSessions, endSession, findRefreshToken } from "./store/credentials";

/**
 * With a refresh token: ends the login session that it belongs to, and its access tokens with it.
 * Without: ends every login session of the user at once. Never refuses an unknown token.
 */
export async function logout(ctx: Context, input: Logout): Promise<Accepted> {
  return inTransaction(ctx, async (ctx) => {
    const self = await getSelf(ctx);
    if (input.refreshToken === undefined) {
      await closeSessions(ctx, self.id);
    } else {
      const token = await findRefreshToken(ctx, hashSecret(input.refreshToken));
      if (token?.userId === self.id) await endSession(ctx, token.familyId);
    }
    return { accepted: true };
  });
}
