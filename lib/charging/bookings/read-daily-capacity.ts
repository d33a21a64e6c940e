import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize, scopeOf } from "@/lib/core/permissions";
import { daySpan } from "@/lib/core/time-zones";
import { findLowerings, findSlots, meetsSlot, viewLowering } from "@/lib/sites/schedules/inside";

import { overlapping } from "./rules";
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
  const slots = await findSlots(ctx, stationId, from, to);
  const until = slots.at(-1)?.endsAt ?? to;
  const groups = await countByRange(ctx, stationId, from, until);
  const lowerings = await findLowerings(ctx, stationId, from);
  return {
    date,
    stationId,
    timeZone,
    slots: slots.map((slot) => {
      const byStatus: Partial<Record<BookingStatus, number>> = {};
      for (const { status, count } of overlapping(slot, groups)) {
        byStatus[status] = (byStatus[status] ?? 0) + count;
      }
      return {
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        capacity: slot.capacity,
        reserved: slot.reserved,
        held: slot.held,
        remaining: Math.max(0, slot.capacity - slot.reserved),
        byStatus,
        heldBy: lowerings.filter((one) => meetsSlot(one, slot)).map(viewLowering),
      };
    }),
  };
}
