import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getOwner, type OwnerKey } from "./read-owner";
import { asOwner } from "./rules";
import type { OwnerView, StatusChange } from "./schema";
import { viewOwner } from "./view";

/**
 * Makes a deactivated owner Active again; staff alone may (000-60). A block is lifted by `reactivateUser`.
 * Throws `owner.not_found` or `user.status`.
 */
export async function reactivateOwner(
  ctx: Context,
  { nic, reason }: OwnerKey & StatusChange,
): Promise<OwnerView> {
  return inTransaction(ctx, async (ctx) => {
    const owner = await getOwner(ctx, "owner.reactivate", { nic });
    return viewOwner(ctx, asOwner(await changeStatus(ctx, owner, "reactivate", reason)));
  });
}
