import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";

import { getSelf } from "./read-me";
import { ownerIdOf } from "./rules";
import { endSession, findOpenSession } from "./store/credentials";

/** Signs one of the caller's browsers or apps out, at once. Throws `login.not_found` for what is none of theirs. */
export async function endLogin(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  const { actor } = asHolder(ctx, "account.self");
  await inTransaction(ctx, async (ctx) => {
    const session = isUuid(id) ? await findOpenSession(ctx, id, ctx.clock.real()) : null;
    if (session?.userId !== actor.userId) throw fail("login.not_found");
    await endSession(ctx, id);
    const self = await getSelf(ctx);
    await recordAudit(ctx, {
      entity: "User",
      entityId: self.id,
      action: "EndLogin",
      businessId: self.businessId,
      ownerId: ownerIdOf(self),
    });
  });
}
