import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { issueTokens } from "./issue-tokens";
import { hashSecret, loginRefusal } from "./rules";
import type { LoginResult, RefreshTokens } from "./schema";
import { findAccount } from "./store/accounts";
import {
  endSession,
  findOpenSession,
  findRefreshToken,
  takeRefreshToken,
} from "./store/credentials";

/**
 * Exchanges a refresh token for a new pair. A token presented again was stolen or lost, so its login session ends,
 * access tokens included, and that stays although the call is refused: the refusal is thrown after the transaction.
 * (So this must not run inside a caller's transaction.) Throws `refresh.invalid` or `refresh.reused`.
 */
export async function refreshTokens(ctx: Context, input: RefreshTokens): Promise<LoginResult> {
  openTo(ctx, "account.login");
  const tokenHash = hashSecret(input.refreshToken);
  const outcome = await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.real();
    const token = await takeRefreshToken(ctx, tokenHash, now);
    if (token) {
      const session = await findOpenSession(ctx, token.familyId, now);
      const account = await findAccount(ctx, token.userId);
      if (!session || !account || loginRefusal(account.role, account.status)) {
        return "refresh.invalid";
      }
      return issueTokens(ctx, account, session, token.contract);
    }
    const known = await findRefreshToken(ctx, tokenHash);
    if (!known?.usedAt) return "refresh.invalid";
    await endSession(ctx, known.familyId);
    return "refresh.reused";
  });
  if (typeof outcome === "string") throw fail(outcome);
  return outcome;
}
