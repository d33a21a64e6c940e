import { useTranslations } from "next-intl";

import { BookingNumber } from "../booking/booking-number";
import { OwnerName } from "../booking/owner-name";
import { useAskedWords } from "../booking/booked-for";
import { type BookingActions, BookingButtons } from "../booking/booking-buttons";
import { CancelMenu } from "../booking/booking-menu";
import { BookingStatusBadge } from "../booking/booking-status-badge";
import { BookingTime } from "../booking/booking-time";
import type { FreeStart } from "../booking/free-starts";
import { MoveButton } from "../booking/move-button";
import type { DayBooking } from "./day-lanes";

/** The same day as a list: whole names and times, and what can be decided at once. */
export function DayList({
  bookings,
  isMixed,
  starts,
  path,
  actions,
  name,
}: {
  bookings: readonly DayBooking[];
  /** Whether the station has places of several kinds, so that it matters what was asked for. */
  isMixed: boolean;
  /** Where a booking in conflict could go, by its id. */
  starts: Readonly<Record<string, readonly FreeStart[]>>;
  path: string;
  actions: BookingActions;
  /** What the list is called, where it is one of several. */
  name?: string;
}) {
  const t = useTranslations("day");
  const staff = useTranslations("staffBookings");
  const asked = useAskedWords();
  if (bookings.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ul
      aria-label={name ?? t("list")}
      className="divide-y rounded-lg border bg-surface text-sm shadow-sm"
    >
      {bookings.map((booking) => (
        <li
          key={booking.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-y-1 px-[min(1rem,4.2vw)] py-3 sm:px-4 sm:grid-cols-[16rem_1fr_11rem_14rem_2.75rem] sm:gap-x-6"
        >
          <p className="font-medium">
            <BookingTime {...booking} />
          </p>
          <p className="max-sm:col-span-2">
            <OwnerName booking={booking} path={path} /> ·{" "}
            <BookingNumber number={booking.number} href={`${path}/${booking.id}`} />
            {isMixed && asked(booking) !== null && (
              <span className="block text-ink-soft">
                {staff("needs", { need: asked(booking) ?? "" })}
              </span>
            )}
            {booking.connector !== null && (
              <span className="block text-ink-soft">
                {t("onConnector", { number: booking.connector })}
              </span>
            )}
          </p>
          <p className="flex flex-wrap gap-2 max-sm:col-span-2">
            <BookingStatusBadge booking={booking} />
          </p>
          <div className="flex flex-wrap gap-2 max-sm:col-span-2 max-sm:pt-1 max-sm:empty:hidden sm:justify-end">
            {starts[booking.id] && (
              <MoveButton
                booking={booking}
                starts={starts[booking.id] ?? []}
                timeZone={booking.timeZone}
                action={actions.move}
              />
            )}
            {booking.can.includes("approve") && (
              <BookingButtons booking={booking} actions={actions} inList />
            )}
          </div>
          {/* A phone has it beside the time, where it takes no line of its own. */}
          <div className="max-sm:col-start-2 max-sm:row-start-1 max-sm:-my-2 max-sm:-mr-[min(0.75rem,3vw)] max-sm:empty:hidden">
            <CancelMenu
              booking={booking}
              actions={actions}
              href={starts[booking.id] ? undefined : `${path}/${booking.id}`}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
