import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail, failField } from "@/lib/core/errors";
import { hashPassword, verifyPassword } from "@/lib/core/passwords";
import { publishEvent } from "@/lib/records/outbox/inside";

import { issueTokens } from "./issue-tokens";
import { getSelf } from "./read-me";
import { assertPasswordUncommon, ownerIdOf } from "./rules";
import type { ChangePassword, LoginResult } from "./schema";
import { startSession } from "./start-session";
import { findAccount, storePassword, type AccountRow } from "./store/accounts";
import { closeSessions, consumeLinks } from "./store/credentials";

/**
 * Changes the own password and answers a fresh pair of tokens, because all older ones stop.
 * Throws `password.wrong`, `password.unchanged`, or `password.common`, each at its field.
 */
export async function changePassword(
  ctx: Context,
  input: ChangePassword,
  contract?: Contract,
): Promise<LoginResult> {
  const self = await getSelf(ctx);
  const verdict = await verifyPassword(self.passwordHash, input.currentPassword);
  if (!verdict.matches) throw failField("password.wrong", "currentPassword");
  if (input.newPassword === input.currentPassword) {
    throw failField("password.unchanged", "newPassword");
  }
  assertPasswordUncommon(input.newPassword, "newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(ctx, async (ctx) => {
    await replacePassword(ctx, self, { passwordHash, action: "ChangePassword" });
    const account = await findAccount(ctx, self.id);
    if (!account) throw fail("auth.required");
    return issueTokens(ctx, account, await startSession(ctx, account.id), contract);
  });
}

/** Stores a password that its user chose, and stops everything that older ones opened. In a transaction. */
export async function replacePassword(
  ctx: Context,
  account: AccountRow,
  {
    passwordHash,
    action,
    passkeys = 0,
  }: {
    readonly passwordHash: string;
    readonly action: "ChangePassword" | "SetPassword";
    /** How many passkeys went with the old one. */
    readonly passkeys?: number;
  },
): Promise<void> {
  await storePassword(ctx, account.id, passwordHash);
  await closeSessions(ctx, account.id);
  await consumeLinks(ctx, account.id);
  await recordAudit(ctx, {
    entity: "User",
    entityId: account.id,
    action,
    businessId: account.businessId,
    ownerId: ownerIdOf(account),
  });
  await publishEvent(ctx, {
    type: "user.password_changed",
    payload: { userId: account.id, ...(passkeys > 0 && { passkeysRemoved: passkeys }) },
    businessId: account.businessId,
  });
}
