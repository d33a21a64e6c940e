import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import type { ReadWaiting, WaitingView } from "./schema";
import { findOwnEntries } from "./store/entries";
import { viewWaiting } from "./view";

/** Where the calling owner waits, what is held for them, and what came of it: all whose time is not over, soonest first. */
export async function readWaiting(
  ctx: Context,
  { stationId }: ReadWaiting,
): Promise<WaitingView[]> {
  const { actor } = asHolder(ctx, "waiting.read");
  const entries = await findOwnEntries(ctx, actor.userId, { stationId, now: ctx.clock.now() });
  return entries.map((entry) => viewWaiting(ctx, entry));
}
