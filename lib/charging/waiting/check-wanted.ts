import { hasOverlap, refuseTaking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { findSlots, longestSlotBefore } from "@/lib/sites/schedules/inside";

import type { TimeAt } from "./store/entries";

/** The time is a station's slots, exactly, and not too many. Throws `booking.not_on_slots` or `booking.too_many_slots`. */
export async function assertSlots(
  ctx: Context,
  { stationId, ...range }: TimeAt,
  max: number,
): Promise<void> {
  const slots = await findSlots(ctx, stationId, longestSlotBefore(range.startsAt), range.endsAt);
  const refused = refuseTaking(range, slots, max);
  if (refused) throw refused;
}

/** The owner has no booking at that time. Throws `booking.overlap`. */
export async function assertFree(ctx: Context, ownerId: string, range: TimeAt): Promise<void> {
  if (await hasOverlap(ctx, ownerId, range)) throw fail("booking.overlap");
}
