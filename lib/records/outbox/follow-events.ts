import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { advance } from "./rules";
import type { Cursor, ToldEvent } from "./schema";
import { findEventsBeyond, findLastPositions } from "./store/events";

/** Events that one look reads at most; the next one follows at once. */
const mostInLook = 1_000;
/** So many places before the end may still be filled when following begins. */
const reach = 2_000;

/** Where events end now: whoever follows from here is told what commits from now on, and nothing else. */
export async function beginFollowing(ctx: Context): Promise<Cursor> {
  scopeOf(ctx, "event.follow");
  const taken = await findLastPositions(ctx, reach);
  // As if all but the empty places had just been read: what is being written there still comes.
  const position = Math.max(0, (taken.at(-1) ?? 0) - reach);
  return advance({ position, gaps: [] }, taken, ctx.clock.real().getTime());
}

/**
 * The next events beyond the cursor, in the order of writing, each once, those of transactions that committed late
 * among them; and whether there are more. For live views, which ask again and again.
 */
export async function followEvents(
  ctx: Context,
  cursor: Cursor,
): Promise<{ events: ToldEvent[]; cursor: Cursor; more: boolean }> {
  scopeOf(ctx, "event.follow");
  const found = await findEventsBeyond(ctx, cursor, mostInLook);
  const positions = found.map(({ position }) => position);
  return {
    events: found.map(({ event }) => event),
    cursor: advance(cursor, positions, ctx.clock.real().getTime()),
    more: found.length === mostInLook,
  };
}
