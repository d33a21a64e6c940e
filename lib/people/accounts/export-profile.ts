import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import { findAllSessions } from "./store/credentials";
import { readLogins } from "./read-logins";
import { readMe } from "./read-me";

/**
 * Everything that is kept of whoever asks, as one JSON file: the account, where it is signed in, and what each room
 * keeps; which that is, and what is not, say docs/decisions/deleting-an-account.md. What was written about them by others, and secrets such as the password's hash, are none of it.
 */
export async function exportProfile(ctx: Context): Promise<string> {
  const { actor } = asHolder(ctx, "account.self");
  const own: Record<string, unknown> = {
    exportedAt: ctx.clock.now().toISOString(),
    profile: await readMe(ctx),
    logins: await readLogins(ctx),
    signIns: await signInsOf(ctx, actor.userId),
  };
  for (const holdingsOf of ctx.ports.holdings()) {
    Object.assign(own, await holdingsOf(ctx, actor.userId));
  }
  return JSON.stringify(own, null, 2);
}

/** Every sign-in that is still known, those that ended among them, the latest first. */
async function signInsOf(ctx: Context, userId: string) {
  const rows = await findAllSessions(ctx, userId);
  return rows.map(({ device, startedAt, seenAt, endedAt }) => ({
    device,
    startedAt: startedAt.toISOString(),
    seenAt: (seenAt ?? startedAt).toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
