import { type FreeStart, freeStarts } from "@/components/booking/free-starts";
import type { BookingView } from "@/lib/bookings/schema";
import type { Context } from "@/lib/core/context";
import { readAvailability } from "@/lib/schedules";

const horizonMs = 14 * 86_400_000;

/** The times of the next 14 days to which the booking could be moved at its station. */
export async function startsFor(
  ctx: Context,
  { stationId, startsAt, endsAt }: Pick<BookingView, "stationId" | "startsAt" | "endsAt">,
): Promise<FreeStart[]> {
  const now = ctx.clock.now();
  const to = new Date(now.getTime() + horizonMs);
  const slots = await readAvailability(ctx, { stationId, from: now, to });
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return freeStarts(slots, minutes);
}
