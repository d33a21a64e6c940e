import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { challengeOf, checkAssertion, handleOf } from "@/lib/core/webauthn";
import { enterAccount } from "@/lib/people/accounts/inside";
import type { LoginResult } from "@/lib/people/accounts/schema";

import type { UsePasskey } from "./schema";
import { findByCredential, noteUse, takeChallenge } from "./store";

/**
 * Logs in with a passkey, as with a password (api.md, POST auth/login). Throws `passkey.failed` for an answer to a
 * challenge that is unknown, over or was answered, of an unknown key, for another account's name, from another site,
 * without a verified person, or with a counter that did not grow; then what the account's state says.
 */
export async function loginByPasskey(
  ctx: Context,
  { credential }: UsePasskey,
  contract?: Contract,
): Promise<LoginResult> {
  openTo(ctx, "account.login");
  const challenge = challengeOf(credential);
  const asked = { purpose: "SignIn", now: ctx.clock.real() } as const;
  // Used up first, whatever the answer is worth.
  const given = challenge === null ? null : await takeChallenge(ctx, challenge, asked);
  const passkey = await findByCredential(ctx, credential.id);
  if (challenge === null || !given || !passkey) throw fail("passkey.failed");
  if (credential.response.userHandle !== handleOf(passkey.userId)) throw fail("passkey.failed");
  const used = await checkAssertion(ctx.config.baseUrl, credential, { challenge, passkey });
  if (used === null) throw fail("passkey.failed");
  const noted = await noteUse(ctx, passkey, { counter: used.counter, at: ctx.clock.now() });
  if (!noted) throw fail("passkey.failed");
  return enterAccount(ctx, passkey.userId, contract);
}
