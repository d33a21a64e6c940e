import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { daySpan } from "@/lib/core/time-zones";
import { getStation } from "@/lib/sites/stations/inside";

import { horizonEnd } from "./rules";
import type { ReadAvailability, SlotView } from "./schema";
import { findTimeSlots } from "./store/slots";
import { viewSlot } from "./view";

const defaultDays = 7;
const mostDays = 31;

/**
 * The station's slots that have not begun and start in `[from, to)`, with the places left, for everybody: the next
 * 7 days unless asked otherwise, at most 31. Days are the station's own, the last one included.
 * Throws `station.not_found`, or `availability.range` at `to`.
 */
export async function readAvailability(
  ctx: Context,
  { stationId, ...asked }: { readonly stationId: string } & ReadAvailability,
): Promise<SlotView[]> {
  openTo(ctx, "station.read");
  const { timeZone } = await getStation(ctx, stationId);
  const now = ctx.clock.now();
  const from = instantOf(asked.from, timeZone, "from") ?? now;
  const to = instantOf(asked.to, timeZone, "to") ?? horizonEnd(from, defaultDays);
  if (to <= from || to > horizonEnd(from, mostDays + 1))
    throw failField("availability.range", "to");
  const slots = await findTimeSlots(ctx, stationId, from > now ? from : now, to);
  return slots.map(viewSlot);
}

function instantOf(asked: Date | string | undefined, zone: string, edge: "from" | "to") {
  return typeof asked === "string" ? daySpan(asked, zone)[edge] : asked;
}
