import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, scopeOf } from "@/lib/core/permissions";

import { changeStatus } from "./change-status";
import type { StatusChange, UserAction, UserView } from "./schema";
import { findAccount } from "./store/accounts";
import { viewUser } from "./view";

type Change = { readonly id: string } & StatusChange;

/** Deactivates any user; an owner with a reason. Throws `owner.reason_required`, `user.not_found`, `user.status` or `user.last_admin`. */
export async function deactivateUser(ctx: Context, input: Change): Promise<UserView> {
  return move(ctx, input, "deactivate");
}

/** Makes a deactivated or blocked user Active again. Throws `user.not_found` or `user.status`. */
export async function reactivateUser(ctx: Context, input: Change): Promise<UserView> {
  return move(ctx, input, "restore");
}

/** Blocks any user, who cannot log in then, whatever the role. Throws `user.not_found`, `user.status` or `user.last_admin`. */
export async function blockUser(ctx: Context, input: Change): Promise<UserView> {
  return move(ctx, input, "block");
}

async function move(ctx: Context, { id, reason }: Change, to: UserAction): Promise<UserView> {
  scopeOf(ctx, "user.manage");
  return inTransaction(ctx, async (ctx) => {
    const account = isUuid(id) ? await findAccount(ctx, id) : null;
    if (!account) throw fail("user.not_found");
    const user = authorize(
      ctx,
      "user.manage",
      { ...account, userId: account.id },
      "user.not_found",
    );
    return viewUser(ctx, await changeStatus(ctx, user, to, reason));
  });
}
