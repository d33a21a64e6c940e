import type { Context } from "@/lib/core/context";

import { lotOf } from "./lot-of";
import { findGroups, findGroupSlots } from "./store/slots";

/** After every slot that there is. */
const always = new Date("2200-01-01T00:00:00Z");

/**
 * A station's places from now, or from earlier, on, and who holds them, laid out for `findRoom`. To `move` bookings,
 * those that may be are locked, and the caller has locked the station alone; to `look`, nothing is locked.
 */
export async function layOut(
  ctx: Context,
  stationId: string,
  { from: earliest, to }: { readonly from: Date; readonly to: "move" | "look" },
) {
  const now = ctx.clock.now();
  const from = earliest < now ? earliest : now;
  const [slots, groups, booked, offered, connectors] = [
    await findGroupSlots(ctx, [stationId], from, always),
    await findGroups(ctx, [stationId]),
    await ctx.ports.placeHolders(ctx, stationId, from, to),
    await ctx.ports.offerHolders(ctx, stationId, from),
    await ctx.ports.connectorsInUse(ctx, [stationId]),
  ];
  const lot = lotOf(groups, slots);
  const holders = [...booked, ...offered];
  const held = holders.map((one) => ({
    ...one,
    ...lot.stayOf(one, { group: one.group, connector: connectors.get(one.id) }),
    group: String(one.group),
  }));
  return { lot, held, holders, slots };
}
