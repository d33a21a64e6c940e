import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getOwner, type OwnerKey } from "./read-owner";
import { asOwner } from "./rules";
import type { OwnerView, StatusChange } from "./schema";
import { viewOwner } from "./view";

/**
 * Deactivates an owner: by themselves, or by staff with a reason (000-59). They may still log in and read; every
 * present token stops. Throws `owner.not_found`, `owner.reason_required` or `user.status`.
 */
export async function deactivateOwner(
  ctx: Context,
  { nic, reason }: OwnerKey & StatusChange,
): Promise<OwnerView> {
  return inTransaction(ctx, async (ctx) => {
    const owner = await getOwner(ctx, "owner.deactivate", { nic });
    return viewOwner(ctx, asOwner(await changeStatus(ctx, owner, "deactivate", reason)));
  });
}
