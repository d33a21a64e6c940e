import type { Context } from "@/lib/core/context";
import { verifyPassword } from "@/lib/core/passwords";
import { openTo } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { findLogin } from "./find-login";
import { loginRefusal } from "./rules";
import type { Accepted, ForgotPassword } from "./schema";

/**
 * Asks for a reset link by email. Answers the same whether or not there is such an account: a password check
 * that cannot succeed takes up most of the time either way, so that the one insert does not show.
 */
export async function forgotPassword(ctx: Context, input: ForgotPassword): Promise<Accepted> {
  openTo(ctx, "account.login");
  const { account } = await findLogin(ctx, input.username);
  await verifyPassword(null, "");
  if (account && !loginRefusal(account.role, account.status)) {
    await publishEvent(ctx, {
      type: "user.password_reset_requested",
      payload: { userId: account.id },
      businessId: account.businessId,
    });
  }
  return { accepted: true };
}
