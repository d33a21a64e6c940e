import { inTransaction, type Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { issueTokens } from "./issue-tokens";
import { storeOwner } from "./register-owner";
import { actorOf } from "./make-actor";
import type { RegisterDriver, Registered } from "./schema";
import { startSession } from "./start-session";
import { findAccount } from "./store/accounts";
import { viewMe } from "./view";

/**
 * Registers an EV owner without an identity number, Active at once and logged in (operations.md §3). Throws
 * `user.email_taken` or `owner.phone_taken` at the field, and `password.common`.
 */
export async function registerDriver(
  ctx: Context,
  { password, role: _role, ...person }: RegisterDriver,
  contract?: Contract,
): Promise<Registered> {
  openTo(ctx, "owner.register");
  return inTransaction(ctx, async (ctx) => {
    const id = await storeOwner(ctx, password, person, {});
    const account = await findAccount(ctx, id);
    if (!account) throw fail("request.internal");
    const session = await startSession(ctx, id);
    const issued = await issueTokens(ctx, account, session, contract);
    const { accessToken, refreshToken, expiresIn } = issued;
    return {
      user: viewMe({ ...ctx, actor: actorOf(account) }, account),
      tokens: { accessToken, refreshToken, expiresIn },
    };
  });
}
