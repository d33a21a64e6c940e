import type { Context } from "@/lib/core/context";

import { recordPasskey, type PasskeyOwner } from "./record-passkey";
import { deleteAll } from "./store";

/**
 * Removes every passkey of an account whose person set a new password by a link and said so (a port), in the caller's
 * transaction. Returns how many; the message of the new password tells of it.
 */
export async function dropPasskeys(ctx: Context, owner: PasskeyOwner): Promise<number> {
  const ids = await deleteAll(ctx, owner.userId);
  for (const id of ids) {
    await recordPasskey(ctx, owner, { id, action: "Remove", withPassword: true });
  }
  return ids.length;
}
