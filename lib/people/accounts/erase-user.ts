import type { Erased } from "@/lib/core/eraser";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import type { Counts } from "@/lib/core/job";
import { decide } from "@/lib/core/machines";
import { scopeOf } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { findFormerTexts } from "@/lib/records/audit/inside";

import { nameOfErased, searchableTexts, withoutTexts } from "./find-texts";
import { ownerIdOf, userMachine } from "./rules";
import type { StatusChange } from "./schema";
import { findByLoginName, lockAccount, lockActiveAdmins, storeStatus } from "./store/accounts";

/** Whose account, by its id or its email address, and why. */
type Whom = ({ readonly id: string } | { readonly email: string }) & StatusChange;

/**
 * Forgets a person for good, a person's own words for why among it: every room removes or replaces what tells who they are, in one transaction, and the
 * account opens nothing any more. What happened stays, under an id alone; seals over audits verify as before. May be
 * repeated, as for what was written meanwhile. Returns how much each room erased.
 * Throws `user.not_found`, `owner.reason_required`, `user.last_admin`, or `request.forbidden` for one's own account.
 */
export async function eraseUser(ctx: Context, { reason, ...whom }: Whom): Promise<Counts> {
  scopeOf(ctx, "user.erase");
  return inTransaction(ctx, async (ctx) => {
    await lockActiveAdmins(ctx);
    const account = await lockAccount(ctx, await findId(ctx, whom));
    decide(ctx, userMachine, account, "erase", { reason });
    const former = await findFormerTexts(ctx, account.id);
    const plates = await ctx.ports.platesOf(ctx, account.id);
    const { name, email, phone, nic } = account;
    const person: Erased = {
      userId: account.id,
      texts: searchableTexts(name, [email, phone, nic, ...plates, ...former]),
      name: nameOfErased,
    };
    const counts: Record<string, number> = {};
    for (const { erase } of ctx.ports.erasers()) Object.assign(counts, await erase(ctx, person));
    await transition(ctx, userMachine, account, {
      action: "erase",
      reason: reason && withoutTexts(reason, person.texts),
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

async function findId(ctx: Context, whom: { id: string } | { email: string }): Promise<string> {
  if ("email" in whom) {
    const account = await findByLoginName(ctx, { email: whom.email });
    if (account) return account.id;
  } else if (isUuid(whom.id)) return whom.id;
  throw fail("user.not_found");
}
