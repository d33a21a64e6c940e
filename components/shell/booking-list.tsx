import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { BookedFor } from "../booking/booked-for";
import { zoneName } from "../station/zone-names";
import { Badge, type Tone } from "../ui/badge";
import { clockFormat } from "../ui/instant-formats";

const tones: Partial<Record<BookingView["status"], Tone>> = {
  Pending: "warning",
  Approved: "success",
  InProgress: "accent",
};

/** Bookings as their owner reads them: when, where, and how they stand. */
export function BookingList({ bookings }: { bookings: readonly BookingView[] }) {
  const t = useTranslations("bookingStatus");
  const format = useFormatter();
  const words = (at: string, timeZone: string, parts: object) =>
    format.dateTime(new Date(at), { timeZone, ...parts });
  return (
    <ul className="divide-y">
      {bookings.map(
        ({ id, number, status, stationId, stationName, timeZone, startsAt, endsAt, ...asked }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="tabular font-semibold">
                {words(startsAt, timeZone, { weekday: "short", day: "numeric", month: "short" })},{" "}
                {words(startsAt, timeZone, clockFormat)}–{words(endsAt, timeZone, clockFormat)}{" "}
                <span className="font-normal text-ink-soft">{zoneName(timeZone)}</span>
              </p>
              <p className="text-sm text-ink-soft">
                <Link href={`/stations/${stationId}`} className="link">
                  {stationName}
                </Link>{" "}
                · <span className="tabular">{number}</span>
              </p>
              <BookedFor booking={asked} />
            </div>
            <Badge tone={tones[status]}>{t(status)}</Badge>
          </li>
        ),
      )}
    </ul>
  );
}
