import type { Context } from "@/lib/core/context";

import type { Taken, WantedClaim } from "./find-claims";
import { findRoom } from "./find-room";
import { lotOf } from "./lot-of";
import { regroupClaims } from "./regroup-claims";
import { addReserved } from "./store/reserved";
import { findGroups, findGroupSlots } from "./store/slots";

/** After every slot that there is. */
const always = new Date("2200-01-01T00:00:00Z");

/**
 * Takes a place for a claim by trying all that is held at its station, which the caller has locked alone, and moves
 * the bookings that make room (`findRoom`): nobody is told, for nothing changes for them. Null where there is no way.
 */
export async function makeRoom(ctx: Context, wanted: WantedClaim): Promise<Taken | null> {
  const { need, insteadOf, ...claim } = wanted;
  const { stationId } = wanted;
  const now = ctx.clock.now();
  const from = wanted.startsAt < now ? wanted.startsAt : now;
  const [slots, groups, holders] = [
    await findGroupSlots(ctx, [stationId], from, always),
    await findGroups(ctx, [stationId]),
    await ctx.ports.placeHolders(ctx, stationId, from),
  ];
  const lot = lotOf(groups, slots);
  if (!lot.covers(wanted)) return null;
  const others = holders.filter(({ id }) => id !== insteadOf);
  const held = others.map((one) => ({ ...one, ...lot.stayOf(one), group: String(one.group) }));
  const room = findRoom({ groups: lot.groups, held }, lot.stayOf(wanted), need);
  if (!room) return null;
  const moved = room.moves.flatMap(({ id, to }) => {
    const one = holders.find((holder) => holder.id === id);
    return one ? [{ ...one, kind: claim.kind, stationId, to: Number(to) }] : [];
  });
  await regroupClaims(ctx, moved);
  await ctx.ports.changeGroups(
    ctx,
    moved.map(({ id, to }) => ({ id, group: to })),
  );
  const group = Number(room.group);
  return { group, slots: await addReserved(ctx, { ...claim, group }) };
}
