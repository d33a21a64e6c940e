import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { verifyPassword } from "@/lib/core/passwords";
import { authorize, openTo } from "@/lib/core/permissions";

import { changeStatus } from "./change-status";
import { findLogin } from "./find-login";
import { actorOf } from "./make-actor";
import type { Accepted, Login } from "./schema";

/**
 * Gives who deleted their account it back, as it was, while it is not erased: they have changed their mind and sign in
 * as ever (operations.md, 6.8). What was canceled stays canceled. Takes as long for an unknown name. Throws
 * `login.failed`, and `user.status` for an account that is not deleted.
 */
export async function restoreUser(ctx: Context, { username, password }: Login): Promise<Accepted> {
  openTo(ctx, "account.login");
  const { account } = await findLogin(ctx, username);
  const { matches } = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !matches) throw fail("login.failed");
  await inTransaction({ ...ctx, actor: actorOf(account) }, async (ctx) => {
    const self = authorize(
      ctx,
      "account.self",
      { ...account, userId: account.id },
      "user.not_found",
    );
    await changeStatus(ctx, self, "undelete");
  });
  return { accepted: true };
}
