import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import { recordPasskey } from "./record-passkey";
import { deleteOwn } from "./store";

/** Removes one of the caller's passkeys: it opens nothing any more. Throws `passkey.not_found`. */
export async function removePasskey(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  const { actor } = asHolder(ctx, "account.self");
  await inTransaction(ctx, async (ctx) => {
    if (!(await deleteOwn(ctx, { id, userId: actor.userId }))) throw fail("passkey.not_found");
    await recordPasskey(ctx, actor, { id, action: "Remove" });
  });
}
