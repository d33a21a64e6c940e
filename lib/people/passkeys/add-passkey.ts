import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { challengeOf, checkRegistration } from "@/lib/core/webauthn";

import { recordPasskey } from "./record-passkey";
import { mostPasskeys } from "./rules";
import type { AddPasskey, PasskeyView } from "./schema";
import { findPasskeys, insertPasskey, lockPasskeys, takeChallenge } from "./store";
import { viewPasskey } from "./view";

/**
 * Keeps a key that the caller's device made for this account. Throws `passkey.refused` for an answer to a challenge that
 * was not given to them, is over or was answered, or that does not prove a verified person at this site; and
 * `passkey.taken` or `passkey.too_many`.
 */
export async function addPasskey(
  ctx: Context,
  { name, credential }: AddPasskey,
): Promise<PasskeyView> {
  const { actor } = asHolder(ctx, "account.self");
  const { userId } = actor;
  const challenge = challengeOf(credential);
  const asked = { purpose: "Add", now: ctx.clock.real() } as const;
  const given = challenge === null ? null : await takeChallenge(ctx, challenge, asked);
  if (challenge === null || given?.userId !== userId) throw fail("passkey.refused");
  const made = await checkRegistration(ctx.config.baseUrl, credential, challenge);
  if (!made) throw fail("passkey.refused");
  return inTransaction(ctx, async (ctx) => {
    await lockPasskeys(ctx, userId);
    const known = await findPasskeys(ctx, userId);
    if (known.length >= mostPasskeys) throw fail("passkey.too_many", { max: mostPasskeys });
    const createdAt = ctx.clock.now();
    const row = await insertPasskey(ctx, { ...made, id: newId(), userId, name, createdAt });
    if (!row) throw fail("passkey.taken");
    await recordPasskey(ctx, actor, { id: row.id, action: "Create", name });
    return viewPasskey(row);
  });
}
