import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { openTo } from "@/lib/core/permissions";
import { assertionOptions } from "@/lib/core/webauthn";

import { challengeEnd } from "./rules";
import type { PasskeyOptions } from "./schema";
import { insertChallenge } from "./store";

/**
 * What a browser is asked with, so that somebody signs in with whichever passkey their device has for this site; good
 * for one answer within minutes. It names no account, so it tells nobody who has one.
 */
export async function requestPasskey(ctx: Context): Promise<PasskeyOptions> {
  openTo(ctx, "account.login");
  const options = await assertionOptions(ctx.config.baseUrl);
  const now = ctx.clock.real();
  const { challenge } = options;
  const row = { id: newId(), challenge, purpose: "SignIn", expiresAt: challengeEnd(now) } as const;
  await insertChallenge(ctx, row, now);
  return { ...options };
}
