import type { AccessProof } from "@/lib/core/jwt";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { actorOf, type SignedInUser } from "./make-actor";
import { loginRefusal } from "./rules";
import { noteSeen } from "./store/credentials";
import { findSignedIn, findSignedInOf, type SignedInAccount } from "./store/signed-in";

/**
 * The person that a token or browser session speaks for, as the database knows them now. One query, and seldom a second that notes the use.
 * Throws `auth.token_invalid` when there is none, `auth.token_revoked` when its login session has ended, when it is
 * older than the last password change or deactivation, or when the person may not log in any more.
 */
export async function loadActor(ctx: Context, proof: AccessProof): Promise<SignedInUser> {
  openTo(ctx, "account.login");
  const account = await findSignedIn(ctx, proof, ctx.clock.real());
  if (!account) throw fail("auth.token_invalid");
  const { seenSeconds } = account;
  if (!holds(proof, { ...account, isOpen: seenSeconds !== null })) throw fail("auth.token_revoked");
  await noteUse(ctx, proof.sessionId, seenSeconds ?? 0);
  return actorOf(account, proof.sessionId);
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
    return holds(proof, { ...account, isOpen }) ? actorOf(account, proof.sessionId) : null;
  });
}

/** Notes now and then that a login session is used, so that its person can tell it from one that is forgotten. */
async function noteUse(ctx: Context, sessionId: string, seenSeconds: number): Promise<void> {
  const now = ctx.clock.real();
  if (now.getTime() - seenSeconds * 1_000 >= seenEveryMs) await noteSeen(ctx, sessionId, now);
}
const seenEveryMs = 15 * minuteMs;

/** Whether what the token says of its person is still so. */
function holds(
  { tokenVersion }: AccessProof,
  account: Pick<SignedInAccount, "tokenVersion" | "role" | "status"> & { readonly isOpen: boolean },
): boolean {
  const isSame = account.isOpen && account.tokenVersion === tokenVersion;
  return isSame && loginRefusal(account.role, account.status) === null;
}
