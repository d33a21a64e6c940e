import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import { recordPasskey } from "./record-passkey";
import type { PasskeyView, RenamePasskey } from "./schema";
import { renameOwn } from "./store";
import { viewPasskey } from "./view";

/** Calls one of the caller's passkeys something else. Throws `passkey.not_found`. */
export async function renamePasskey(
  ctx: Context,
  { id, name }: RenamePasskey & { readonly id: string },
): Promise<PasskeyView> {
  const { actor } = asHolder(ctx, "account.self");
  return inTransaction(ctx, async (ctx) => {
    const row = await renameOwn(ctx, { id, userId: actor.userId, name });
    if (!row) throw fail("passkey.not_found");
    await recordPasskey(ctx, actor, { id, action: "Update", name });
    return viewPasskey(row);
  });
}
