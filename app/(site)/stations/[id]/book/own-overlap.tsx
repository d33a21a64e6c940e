"use client";

import { useFormatter, useTranslations } from "next-intl";

import { useForm } from "@/components/form/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
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

/**
 * Where a booking of one's own stands in the way: which it is, and the way to it. Said as soon as it is known, and not
 * only of what was refused.
 */
export function OwnOverlap({ known }: { readonly known: OwnBooking | null }) {
  const t = useTranslations("waiting");
  const { state } = useForm();
  if (state?.details) return <OwnBookingLink booking={state.details as Partial<OwnBooking>} />;
  if (!known || state) return null;
  return (
    <Notice kind="warning" title={t("ownTime")}>
      <OwnBookingLink booking={known} />
    </Notice>
  );
}

function OwnBookingLink({ booking }: { readonly booking: Partial<OwnBooking> }) {
  const t = useTranslations("waiting");
  const format = useFormatter();
  const { bookingId, number, stationName, timeZone, startsAt, endsAt } = booking;
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
