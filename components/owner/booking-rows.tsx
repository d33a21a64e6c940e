import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { BookingNumber } from "../booking/booking-number";
import { BookedFor } from "../booking/booked-for";
import { BookingTime } from "../booking/booking-time";
import { ViewerRange } from "../station/viewer-range";
import { Badge, type Tone } from "../ui/badge";
import { PendingCancel } from "./pending-cancel";

const tones: Partial<Record<BookingView["status"], Tone>> = {
  Pending: "warning",
  Approved: "success",
  InProgress: "accent",
};

/** How a booking stands, as its owner reads it. */
export function OwnStatus({ status }: Pick<BookingView, "status">) {
  const t = useTranslations("bookingStatus");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** An owner's bookings, each a card that opens it: when, where, and how it stands. */
export function BookingRows({ bookings }: { bookings: readonly BookingView[] }) {
  return (
    <ul className="space-y-3">
      {bookings.map((booking) => (
        <li key={booking.id}>
          <Link
            href={`/owner/bookings/${booking.id}`}
            className="flex items-center gap-3 rounded-lg border bg-surface p-4 shadow-sm transition-colors hover:border-accent"
          >
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                <BookingTime {...booking} />
              </p>
              <ViewerRange {...booking} />
              <p className="mt-0.5 text-sm wrap-anywhere text-ink-soft">{booking.stationName}</p>
              <BookedFor booking={booking} />
              <p className="mt-2 flex flex-wrap items-center gap-2">
                <OwnStatus status={booking.status} />
                <PendingCancel bookingId={booking.id} />
                <BookingNumber number={booking.number} className="text-sm text-ink-soft" />
              </p>
            </div>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
