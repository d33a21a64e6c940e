import type { Erased } from "@/lib/core/eraser";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import type { Counts } from "@/lib/core/job";
import { decide } from "@/lib/core/machines";
import { scopeOf } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { findFormerTexts } from "@/lib/records/audit/inside";

import { nameOfErased, ownerIdOf, searchableTexts, userMachine } from "./rules";
import { lockAccount, lockActiveAdmins, storeStatus } from "./store/accounts";

/**
 * Forgets a person for good: every room removes or replaces what tells who they are, in one transaction, and the
 * account opens nothing any more. What happened stays, under an id alone; seals over audits verify as before. May be
 * repeated, as for what was written meanwhile. Returns how much each room erased.
 * Throws `user.not_found`, `user.last_admin`, or `request.forbidden` for one's own account.
 */
export async function eraseUser(ctx: Context, { id }: { readonly id: string }): Promise<Counts> {
  scopeOf(ctx, "user.erase");
  if (!isUuid(id)) throw fail("user.not_found");
  return inTransaction(ctx, async (ctx) => {
    await lockActiveAdmins(ctx);
    const account = await lockAccount(ctx, id);
    decide(ctx, userMachine, account, "erase");
    const former = await findFormerTexts(ctx, account.id);
    const { name, email, phone, nic, vehiclePlate } = account;
    const person: Erased = {
      userId: account.id,
      texts: searchableTexts(name, [email, phone, nic, vehiclePlate, ...former]),
      name: nameOfErased,
    };
    const counts: Record<string, number> = {};
    for (const { erase } of ctx.ports.erasers()) Object.assign(counts, await erase(ctx, person));
    await transition(ctx, userMachine, account, {
      action: "erase",
      payload: ({ thing }) => ({
        userId: thing.id,
        ownerId: ownerIdOf(thing),
        reason: null,
      }),
      update: async (step) =>
        (await storeStatus(ctx, account.id, step)) ? { ...account, status: step.to } : null,
    });
    return counts;
  });
}
