import type { Context } from "@/lib/core/context";

import type { Taken, WantedClaim } from "./find-claims";
import { findRoom, rowsOf } from "./find-room";
import { layOut } from "./lay-out";
import { regroupClaims } from "./regroup-claims";
import { addReserved } from "./store/reserved";

/**
 * Takes a place for a claim by trying all that is held at its station, which the caller has locked alone, and moves
 * the bookings that make room (`findRoom`): nobody is told, for nothing changes for them. Null where there is no way.
 */
export async function makeRoom(ctx: Context, wanted: WantedClaim): Promise<Taken | null> {
  const { need, insteadOf, fromLine: _fromLine, ...claim } = wanted;
  const { stationId } = wanted;
  const { lot, held, holders } = await layOut(ctx, stationId, {
    from: wanted.startsAt,
    to: "move",
  });
  if (!lot.covers(wanted)) return null;
  const others = held.filter(({ id }) => id !== insteadOf);
  const rows = rowsOf({ groups: lot.groups, held: others });
  const room = findRoom(rows, lot.stayOf(wanted), need);
  if (!room) return null;
  const moved = room.moves.flatMap(({ id, to }) => {
    const one = holders.find((holder) => holder.id === id);
    return one ? [{ ...one, kind: "Booking" as const, stationId, to: Number(to) }] : [];
  });
  await regroupClaims(ctx, moved);
  await ctx.ports.changeGroups(
    ctx,
    moved.map(({ id, to }) => ({ id, group: to })),
  );
  const group = Number(room.group);
  return { group, slots: await addReserved(ctx, { ...claim, group }) };
}
