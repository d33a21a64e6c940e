import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { registrationOptions } from "@/lib/core/webauthn";
import { confirmSelf } from "@/lib/people/accounts/inside";

import { challengeEnd } from "./rules";
import type { OfferPasskey, PasskeyOptions } from "./schema";
import { findPasskeys, insertChallenge } from "./store";

/**
 * What the caller's browser is asked with, so that it makes a key for this account; good for one answer within minutes.
 * A key opens the account for good, so whoever found a browser open is given none: throws `password.needed` without the
 * password and a fresh sign-in, and `password.wrong`.
 */
export async function offerPasskey(
  ctx: Context,
  { password }: OfferPasskey = {},
): Promise<PasskeyOptions> {
  const { userId, name, email } = asHolder(ctx, "account.self").actor;
  await confirmSelf(ctx, password);
  const options = await registrationOptions(ctx.config.baseUrl, {
    user: { id: userId, name: email ?? name, displayName: name },
    known: await findPasskeys(ctx, userId),
  });
  const now = ctx.clock.real();
  const { challenge } = options;
  const row = {
    id: newId(),
    challenge,
    purpose: "Add",
    userId,
    expiresAt: challengeEnd(now),
  } as const;
  await insertChallenge(ctx, row, now);
  return { ...options };
}
