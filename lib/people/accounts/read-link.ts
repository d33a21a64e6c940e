import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { hashSecret } from "./rules";
import type { LinkView } from "./schema";
import { findLink } from "./store/credentials";

/**
 * What whoever holds the single-use link of an invitation or reset has to decide besides the password; null where the
 * link opens nothing. Uses nothing up.
 */
export async function readLink(
  ctx: Context,
  { token }: { readonly token: string },
): Promise<LinkView | null> {
  openTo(ctx, "account.login");
  const userId = await findLink(ctx, hashSecret(token), ctx.clock.real());
  return userId === null ? null : { passkeys: await ctx.ports.countPasskeys(ctx, userId) };
}
