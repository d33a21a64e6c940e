import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { ownerIdOf, userMachine } from "./rules";
import type { UserAction } from "./schema";
import { lockAccount, lockActiveAdmins, storeStatus, type AccountRow } from "./store/accounts";
import { closeSessions, consumeLinks } from "./store/credentials";

/**
 * Does something to a user's status by the machine, in the caller's transaction. Whatever takes rights away stops the
 * user's tokens, sessions and links at once.
 * Throws `owner.reason_required`, `user.status` when the account is in another state, `user.last_admin` for the only
 * active SystemAdmin.
 */
export async function changeStatus(
  ctx: Context,
  { id: userId, role }: Authorized<Pick<AccountRow, "id" | "role">>,
  action: UserAction,
  reason?: string,
): Promise<AccountRow> {
  // Admins first and all in one order: two who close each other's account must not wait for one another.
  const closes = action === "deactivate" || action === "block";
  if (role === "SystemAdmin" && closes) await lockActiveAdmins(ctx);
  const account = await lockAccount(ctx, userId);
  const changed = await transition(ctx, userMachine, account, {
    action,
    reason,
    payload: ({ thing }) => ({
      userId: thing.id,
      ownerId: ownerIdOf(thing),
      reason: reason ?? null,
    }),
    update: async (step) => {
      const isStored = await storeStatus(ctx, userId, step);
      return isStored ? { ...account, status: step.to } : null;
    },
  });
  if (changed.status !== "Active") {
    await closeSessions(ctx, userId);
    await consumeLinks(ctx, userId);
  }
  return changed;
}
