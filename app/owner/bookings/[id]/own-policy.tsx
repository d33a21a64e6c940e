import { getFormatter, getTranslations } from "next-intl/server";

import { Notice } from "@/components/ui/notice";
import { type BookingView, isOpen } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { readPublishedSettings } from "@/lib/records/settings";
import type { StationView } from "@/lib/sites/stations/schema";

/** Until when a booking may be changed or cancelled, said before it bites; and whom to call after that. */
export async function OwnPolicy({
  ctx,
  booking,
  station,
}: {
  ctx: Context;
  booking: BookingView;
  station: StationView;
}) {
  if (!isOpen(booking.status)) return null;
  const t = await getTranslations("ownBookings");
  const format = await getFormatter();
  const { changeCutoffMinutes: minutes } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const until = new Date(Date.parse(booking.startsAt) - minutes * minuteMs);
  const time = format.dateTime(until, "instant", { timeZone: booking.timeZone });
  if (until >= ctx.clock.now())
    return <p className="text-sm text-ink-soft">{t("until", { time })}</p>;
  return (
    <Notice>
      {t("tooLate", { time })}{" "}
      {station.phone && (
        <a href={`tel:${station.phone}`} className="link whitespace-nowrap">
          {station.phone}
        </a>
      )}
    </Notice>
  );
}
