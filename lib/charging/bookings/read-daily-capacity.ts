import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { viewPlace } from "@/lib/core/plugs";
import { authorize, scopeOf } from "@/lib/core/permissions";
import { daySpan } from "@/lib/core/time-zones";
import {
  findGroups,
  findGroupSlots,
  findLowerings,
  meetsSlot,
  timesOf,
  viewLowering,
  type NumberedGroup,
  type Slot,
} from "@/lib/sites/schedules/inside";

import { overlapping } from "./cut-ranges";
import type { BookingStatus, DailyCapacity, ReadDailyCapacity } from "./schema";
import { countByRange } from "./store/conflicts";
import { findStation } from "./store/stations";

/** The slots of a day in the station's zone, who is in them, and what takes places from them (000-156). Throws `station.not_found`. */
export async function readDailyCapacity(
  ctx: Context,
  { stationId, date }: ReadDailyCapacity,
): Promise<DailyCapacity> {
  scopeOf(ctx, "capacity.read");
  const station = await findStation(ctx, stationId);
  if (!station) throw fail("station.not_found");
  const { businessId, timeZone } = station;
  authorize(ctx, "capacity.read", { stationId, businessId }, "station.not_found");
  const { from, to } = daySpan(date, timeZone);
  const own = (await findGroupSlots(ctx, [stationId], from, to)).filter(
    ({ startsAt }) => startsAt >= from,
  );
  const kinds = new Map((await findGroups(ctx, [stationId])).map((kind) => [kind.number, kind]));
  const slots = timesOf(own);
  const until = slots.at(-1)?.endsAt ?? to;
  const bookings = await countByRange(ctx, stationId, from, until);
  const offers = await ctx.ports.offerClaims(ctx, [stationId], from);
  const lowerings = await findLowerings(ctx, stationId, from);
  return {
    date,
    stationId,
    timeZone,
    slots: slots.map((slot) => {
      const byStatus: Partial<Record<BookingStatus, number>> = {};
      for (const { status, count } of overlapping(slot, bookings)) {
        byStatus[status] = (byStatus[status] ?? 0) + count;
      }
      return {
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        capacity: slot.capacity,
        reserved: slot.reserved,
        held: slot.held,
        offered: overlapping(slot, offers).length,
        remaining: slot.remaining,
        groups: own
          .filter(({ startsAt }) => startsAt.getTime() === slot.startsAt.getTime())
          .map((one) => viewGroup(one, kinds.get(one.group))),
        byStatus,
        heldBy: lowerings.filter((one) => meetsSlot(one, slot)).map(viewLowering),
      };
    }),
  };
}

function viewGroup({ capacity, reserved, held }: Slot, kind?: NumberedGroup) {
  return {
    ...viewPlace(kind ?? { standards: [], powerW: null, plugPowersW: null }),
    capacity,
    reserved,
    held,
    remaining: Math.max(0, capacity - reserved),
  };
}
