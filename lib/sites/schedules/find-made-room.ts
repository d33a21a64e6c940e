import type { Context } from "@/lib/core/context";

import { findRoom, rowsOf } from "./find-room";
import { layOut } from "./lay-out";
import type { Need } from "./place-groups";
import type { Range } from "./rules";

/**
 * Of some slots of a station those in which a car that asks for this finds a place, if need be because bookings that
 * may move go to other places: what a booking of the one slot would find. The station is laid out once, and nothing is locked.
 */
export async function findMadeRoom<R extends Range>(
  ctx: Context,
  stationId: string,
  { need, ranges }: { readonly need: Need; readonly ranges: readonly R[] },
): Promise<R[]> {
  if (ranges.length === 0) return [];
  const { lot, held } = await layOut(ctx, stationId, { from: ctx.clock.now(), to: "look" });
  const rows = rowsOf({ groups: lot.groups, held });
  return ranges.filter((range) => findRoom(rows, lot.stayOf(range), need) !== null);
}
