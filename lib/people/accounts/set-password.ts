import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/passwords";
import { openTo } from "@/lib/core/permissions";

import { replacePassword } from "./change-password";
import { assertPasswordUncommon, hashSecret, loginRefusal } from "./rules";
import type { SetPassword, UserView } from "./schema";
import { findAccount } from "./store/accounts";
import { takeLink } from "./store/credentials";
import { viewUser } from "./view";

/**
 * Sets the password by the single-use link of an invitation or reset, and uses up the user's other links; passkeys stay unless
 * whoever sets it says otherwise (docs/decisions/passkeys.md).
 * Throws `link.invalid` (unknown, used, expired by the real clock, or the account is closed) or
 * `password.common` at `password`, in which case the link still works.
 */
export async function setPassword(ctx: Context, input: SetPassword): Promise<UserView> {
  openTo(ctx, "account.login");
  assertPasswordUncommon(input.password, "password");
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (ctx) => {
    const userId = await takeLink(ctx, hashSecret(input.token), ctx.clock.real());
    const account = userId === null ? null : await findAccount(ctx, userId);
    if (!account || loginRefusal(account.role, account.status)) throw fail("link.invalid");
    const owner = { ...account, userId: account.id };
    const gone = input.removePasskeys ? await ctx.ports.dropPasskeys(ctx, owner) : 0;
    await replacePassword(ctx, account, { passwordHash, action: "SetPassword", passkeys: gone });
    return viewUser(ctx, { ...account, mustChangePassword: false });
  });
}
