import type { Context } from "@/lib/core/context";

import { findLatestSession } from "./store/credentials";

/**
 * When the user signed in last, on a device that is signed in still; null for nobody signed in. Login sessions live by
 * the real clock.
 */
export async function findSignIn(ctx: Context, userId: string): Promise<Date | null> {
  const session = await findLatestSession(ctx, userId, ctx.clock.real());
  return session?.startedAt ?? null;
}
