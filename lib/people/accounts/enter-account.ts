import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail } from "@/lib/core/errors";

import { assertMayEnter } from "./assert-may-enter";
import { issueTokens } from "./issue-tokens";
import type { LoginResult } from "./schema";
import { startSession } from "./start-session";
import { findAccount, recordLogin } from "./store/accounts";

/**
 * Logs in whoever proved by other means than a password that the account is theirs; the caller vouches for that. Throws
 * as `assertMayEnter` does, and `login.failed` where the account changed meanwhile.
 */
export async function enterAccount(
  ctx: Context,
  userId: string,
  contract?: Contract,
): Promise<LoginResult> {
  const account = await findAccount(ctx, userId);
  if (!account) throw fail("login.failed");
  await assertMayEnter(ctx, account);
  const at = ctx.clock.now();
  if (!(await recordLogin(ctx, account, { at }))) throw fail("login.failed");
  return issueTokens(
    ctx,
    { ...account, lastLoginAt: at },
    await startSession(ctx, userId),
    contract,
  );
}
