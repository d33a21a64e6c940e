import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { registrationOptions } from "@/lib/core/webauthn";

import { challengeEnd } from "./rules";
import type { PasskeyOptions } from "./schema";
import { findPasskeys, insertChallenge } from "./store";

/** What the caller's browser is asked with, so that it makes a key for this account; good for one answer within minutes. */
export async function offerPasskey(ctx: Context): Promise<PasskeyOptions> {
  const { userId, name, email } = asHolder(ctx, "account.self").actor;
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
