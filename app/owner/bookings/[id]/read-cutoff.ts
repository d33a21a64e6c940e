import type { BookingView } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { readPublishedSettings } from "@/lib/records/settings";
import type { StationView } from "@/lib/sites/stations/schema";

/** Until when its owner may change or cancel a booking, by the rule in force at its station. */
export async function readCutoff(
  ctx: Context,
  booking: Pick<BookingView, "startsAt">,
  station: Pick<StationView, "id" | "businessId">,
): Promise<Date> {
  const { changeCutoffMinutes: minutes } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  return new Date(Date.parse(booking.startsAt) - minutes * minuteMs);
}
