"use client";

import { useFormatter, useTranslations } from "next-intl";

import { useForm } from "@/components/form/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { clockOf } from "@/components/ui/use-clock";

/** The driver's own booking at the time that was refused (api.md, `booking.overlap`). */
interface OwnBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly stationName: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Where a booking of one's own stands in the way: which it is, and the way to it. */
export function OwnOverlap() {
  const t = useTranslations("waiting");
  const format = useFormatter();
  const { state } = useForm();
  const { bookingId, number, stationName, timeZone, startsAt, endsAt } = (state?.details ??
    {}) as Partial<OwnBooking>;
  if (!bookingId || !number || !stationName || !timeZone || !startsAt || !endsAt) return null;
  const clock = clockOf(format, timeZone);
  const day = format.dateTime(new Date(startsAt), { weekday: "short", timeZone });
  const time = `${day} ${clock(startsAt)}–${clock(endsAt)}`;
  return (
    <ButtonLink look="secondary" href={`/owner/bookings/${bookingId}`} className="h-auto">
      <span className="py-2 text-left wrap-anywhere">
        {t("ownOverlap", { number, station: stationName, time })}
      </span>
    </ButtonLink>
  );
}
