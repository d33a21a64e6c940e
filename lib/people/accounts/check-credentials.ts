import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { hashPassword, verifyPassword } from "@/lib/core/passwords";
import { openTo } from "@/lib/core/permissions";

import { assertMayEnter } from "./assert-may-enter";
import { findLogin } from "./find-login";
import type { Login } from "./schema";
import { recordLogin, type AccountRow } from "./store/accounts";

/**
 * The account that a user name and password belong to; notes the login. Takes as long for an unknown name.
 * Throws `login.failed`; `login.deactivated` or `login.blocked` only after the password was right
 * (product.md, User status). A bcrypt hash is replaced by argon2id on the way.
 */
export async function checkCredentials(ctx: Context, input: Login): Promise<AccountRow> {
  openTo(ctx, "account.login");
  const { account } = await findLogin(ctx, input.username);
  const verdict = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account || !verdict.matches) throw fail("login.failed");
  await assertMayEnter(ctx, account);
  const at = ctx.clock.now();
  const passwordHash = verdict.outdated ? await hashPassword(input.password) : undefined;
  // Hashing is slow, so no transaction is open: what changed meanwhile makes the login fail.
  if (!(await recordLogin(ctx, account, { at, passwordHash }))) throw fail("login.failed");
  return { ...account, lastLoginAt: at };
}
