import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId, newSecret } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import { hashSecret, linkExpiry, loginRefusal } from "./rules";
import type { LinkPurpose } from "./schema";
import { lockAccount } from "./store/accounts";
import { insertLink } from "./store/credentials";

/** A link to be sent to its user and to nobody else. */
export interface IssuedLink {
  readonly url: string;
  readonly expiresAt: Date;
  readonly email: string;
  readonly name: string;
}

/**
 * Makes a single-use link that sets the user's password: an invitation lives 72 h, a reset 1 h, by the real
 * clock and unless settings say otherwise. Called when the mail is sent, so that no event holds the secret.
 * Throws `user.not_found`, or `user.status` when the user may not log in.
 */
export async function issueLink(
  ctx: Context,
  input: { readonly userId: string; readonly purpose: LinkPurpose },
): Promise<IssuedLink> {
  scopeOf(ctx, "link.issue");
  const settings = await getSettings(ctx);
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, input.userId);
    if (loginRefusal(account.role, account.status)) {
      throw fail("user.status", { status: account.status });
    }
    const secret = newSecret();
    const now = ctx.clock.real();
    const expiresAt = linkExpiry(input.purpose, now, settings);
    await insertLink(ctx, {
      id: newId(),
      userId: account.id,
      purpose: input.purpose,
      tokenHash: hashSecret(secret),
      expiresAt,
      createdAt: now,
    });
    const url = `${ctx.config.baseUrl}/set-password?token=${secret}`;
    return { url, expiresAt, email: account.email, name: account.name };
  });
}
