import { inTransaction, type Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { getSettings } from "@/lib/records/settings/inside";

import { confirmSelf } from "./confirm-self";
import { getSelf } from "./read-me";
import { eraseAfterOf, ownerIdOf, userMachine } from "./rules";
import type { DeleteUser, Deletion } from "./schema";
import { lockAccount, storeStatus } from "./store/accounts";
import { closeSessions, consumeLinks } from "./store/credentials";

/**
 * Deletes the caller's own account (operations.md, 6.8): at once nobody can sign in to it, what they have booked is
 * canceled without a fee, and what would reach them goes. Until `eraseAfter` they may have it back (`restoreUser`);
 * then the job `erase` forgets them. Throws `password.wrong` at the field, `session.running` while a car of theirs
 * charges, `user.status`, or `request.forbidden` for staff, whom their business closes.
 */
export async function deleteUser(ctx: Context, { password }: DeleteUser): Promise<Deletion> {
  asHolder(ctx, "user.delete");
  const { id } = await getSelf(ctx);
  await confirmSelf(ctx, password);
  const { deletionGraceDays } = await getSettings(ctx);
  const now = ctx.clock.now();
  const eraseAfter = eraseAfterOf(now, deletionGraceDays).toISOString();
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, id);
    await transition(ctx, userMachine, account, {
      action: "delete",
      payload: ({ thing }) => ({
        userId: id,
        ownerId: ownerIdOf(thing),
        reason: null,
        eraseAfter,
      }),
      update: async (step) => {
        const deletion = { deletedAt: now, deletedFrom: account.status };
        const isStored = await storeStatus(ctx, id, step, deletion);
        return isStored ? { ...account, ...deletion, status: step.to } : null;
      },
    });
    for (const leave of ctx.ports.leavings()) await leave(ctx, id);
    await closeSessions(ctx, id);
    await consumeLinks(ctx, id);
    return { eraseAfter };
  });
}
