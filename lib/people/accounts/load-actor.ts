import type { AccessProof } from "@/lib/core/jwt";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { actorOf, loginRefusal, type SignedInUser } from "./rules";
import { findSignedIn } from "./store/credentials";

/**
 * The person that a token or browser session speaks for, as the database knows them now. One query.
 * Throws `auth.token_invalid` when there is none, `auth.token_revoked` when its login session has ended, when it is
 * older than the last password change or deactivation, or when the person may not log in any more.
 */
export async function loadActor(ctx: Context, proof: AccessProof): Promise<SignedInUser> {
  openTo(ctx, "account.login");
  const account = await findSignedIn(ctx, proof, ctx.clock.real());
  if (!account) throw fail("auth.token_invalid");
  if (
    !account.isOpen ||
    account.tokenVersion !== proof.tokenVersion ||
    loginRefusal(account.role, account.status) !== null
  ) {
    throw fail("auth.token_revoked");
  }
  return actorOf(account);
}
