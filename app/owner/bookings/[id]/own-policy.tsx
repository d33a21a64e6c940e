import { getFormatter, getTranslations } from "next-intl/server";

import { zoneName } from "@/components/station/zone-name";
import { Notice } from "@/components/ui/notice";
import { PhoneLink } from "@/components/ui/phone-link";
import { type BookingView, isOpen } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

import { readCutoff } from "./read-cutoff";

/** Until when a booking may be changed or cancelled, said before it bites; and whom to call after that. */
export async function OwnPolicy({
  ctx,
  booking,
  station,
  isActive,
}: {
  ctx: Context;
  booking: BookingView;
  station: StationView;
  /** Whether its owner may do anything; who is deactivated may not, whatever the time. */
  isActive: boolean;
}) {
  if (!isActive || !isOpen(booking.status)) return null;
  const t = await getTranslations("ownBookings");
  const format = await getFormatter();
  const until = await readCutoff(ctx, booking, station);
  const time = `${format.dateTime(until, "instant", { timeZone: booking.timeZone })} ${zoneName(booking.timeZone)}`;
  if (until >= ctx.clock.now())
    return <p className="text-sm text-ink-soft">{t("until", { time })}</p>;
  return (
    <Notice>
      {t("tooLate", { time })} {station.phone && <PhoneLink phone={station.phone} />}
    </Notice>
  );
}
