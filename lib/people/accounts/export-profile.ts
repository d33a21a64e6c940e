import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import { readLogins } from "./read-logins";
import { readMe } from "./read-me";

/**
 * Everything that is kept of whoever asks, as one JSON file: the account, where it is signed in, and what each room
 * keeps. What was written about them by others, and secrets such as the password's hash, are none of it.
 */
export async function exportProfile(ctx: Context): Promise<string> {
  const { actor } = asHolder(ctx, "account.self");
  const own: Record<string, unknown> = {
    exportedAt: ctx.clock.now().toISOString(),
    profile: await readMe(ctx),
    logins: await readLogins(ctx),
  };
  for (const holdingsOf of ctx.ports.holdings()) {
    Object.assign(own, await holdingsOf(ctx, actor.userId));
  }
  return JSON.stringify(own, null, 2);
}
