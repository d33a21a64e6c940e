import type { AccessProof } from "@/lib/core/jwt";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { actorOf, loginRefusal, type SignedInUser } from "./rules";
import { findSignedIn, findSignedInOf, type SignedInAccount } from "./store/credentials";

/**
 * The person that a token or browser session speaks for, as the database knows them now. One query.
 * Throws `auth.token_invalid` when there is none, `auth.token_revoked` when its login session has ended, when it is
 * older than the last password change or deactivation, or when the person may not log in any more.
 */
export async function loadActor(ctx: Context, proof: AccessProof): Promise<SignedInUser> {
  openTo(ctx, "account.login");
  const account = await findSignedIn(ctx, proof, ctx.clock.real());
  if (!account) throw fail("auth.token_invalid");
  if (!holds(proof, account)) throw fail("auth.token_revoked");
  return actorOf(account);
}

/** The same of many at once, in their order, null where one holds no more. One query. */
export async function loadActors(
  ctx: Context,
  proofs: readonly AccessProof[],
): Promise<(SignedInUser | null)[]> {
  openTo(ctx, "account.login");
  const found = await findSignedInOf(ctx, proofs, ctx.clock.real());
  const accounts = new Map(found.map((account) => [account.id, account]));
  return proofs.map((proof) => {
    const account = accounts.get(proof.userId);
    if (!account) return null;
    const isOpen = account.openSessions.includes(proof.sessionId);
    return holds(proof, { ...account, isOpen }) ? actorOf(account) : null;
  });
}

/** Whether what the token says of its person is still so. */
function holds(
  { tokenVersion }: AccessProof,
  account: Pick<SignedInAccount, "isOpen" | "tokenVersion" | "role" | "status">,
): boolean {
  const isSame = account.isOpen && account.tokenVersion === tokenVersion;
  return isSame && loginRefusal(account.role, account.status) === null;
}
