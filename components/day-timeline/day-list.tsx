import Link from "next/link";
import { useTranslations } from "next-intl";

import { BookingStatusBadge } from "../booking/booking-status-badge";
import { BookingTime } from "../booking/booking-time";
import type { DayBooking } from "./day-lanes";

/** The same day as a list, where a timeline would be too small. */
export function DayList({ bookings, path }: { bookings: readonly DayBooking[]; path: string }) {
  const t = useTranslations("day");
  if (bookings.length === 0) return <p className="text-ink-soft sm:hidden">{t("none")}</p>;
  return (
    <ul className="divide-y rounded-lg border bg-surface sm:hidden">
      {bookings.map((booking) => (
        <li key={booking.id} className="space-y-1 px-4 py-3">
          <p className="font-medium">
            <BookingTime {...booking} />
          </p>
          <p className="text-sm">
            {booking.ownerName} ·{" "}
            <Link href={`${path}/${booking.id}`} className="link tabular">
              {booking.number}
            </Link>
          </p>
          <BookingStatusBadge booking={booking} />
        </li>
      ))}
    </ul>
  );
}
