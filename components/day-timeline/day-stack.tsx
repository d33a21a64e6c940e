"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import type { BookingActions } from "../booking/booking-buttons";
import type { FreeStart } from "../booking/free-starts";
import { BookingBlock } from "./booking-block";
import { Hours, NowLine } from "./day-ground";
import { type DayBooking, dayLanes, type DaySpan, spanIn } from "./day-lanes";
import { useDayPanel } from "./use-day-panel";
import { hoursOf, hourWidth, useFirstLook } from "./use-first-look";

/** A station with what is booked there on a day. */
export interface StackedStation {
  readonly id: string;
  readonly name: string;
  /** Its own day. */
  readonly href: string;
  readonly bookings: readonly DayBooking[];
}

/** A day of several stations, by the clock of one zone. */
export interface StackedDay extends DaySpan {
  readonly timeZone: string;
  readonly stations: readonly StackedStation[];
  /** Where a booking in conflict could go, by its id. */
  readonly starts: Readonly<Record<string, readonly FreeStart[]>>;
}

/** The day of all stations, one below the other, each in as few lanes as show its bookings apart. */
export function DayStack({
  day,
  path,
  actions,
}: {
  day: StackedDay;
  path: string;
  actions: BookingActions;
}) {
  const t = useTranslations("day");
  const bookings = day.stations.flatMap((station) => station.bookings);
  const { open, drop, panel } = useDayPanel({
    day: { ...day, bookings },
    path,
    actions,
    isMixed: false,
  });
  const frame = useRef<HTMLElement>(null);
  useFirstLook(frame, { ...day, bookings });
  const width = { minWidth: `${hoursOf(day) * hourWidth}rem` };
  const name = "sticky left-0 z-30 w-44 shrink-0 border-r bg-surface";
  return (
    <>
      <section
        ref={frame}
        data-frame
        aria-label={t("stack")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard too
        tabIndex={0}
        className="max-h-[75vh] overflow-auto rounded-lg border bg-surface max-sm:hidden"
      >
        <div className="sticky top-0 z-40 flex w-max min-w-full bg-surface">
          <p aria-hidden className={`${name} px-3 pt-2 text-xs text-ink-soft`}>
            {t("station")}
          </p>
          <div className="relative flex-1" style={width} data-day>
            <Hours day={day} />
          </div>
        </div>
        <ul>
          {day.stations.map((station) => (
            <li key={station.id} className="flex w-max min-w-full border-t">
              <p className={`${name} px-3 py-2 text-sm`}>
                <Link href={station.href} className="link line-clamp-2 font-medium">
                  {station.name}
                </Link>
              </p>
              <Track {...{ day, station, width, onOpen: open, onDrop: drop }} />
            </li>
          ))}
        </ul>
      </section>
      {panel}
    </>
  );
}

/** What is booked at one of the stations. */
function Track({
  day,
  station,
  width,
  onOpen,
  onDrop,
}: {
  day: DaySpan;
  station: StackedStation;
  width: { readonly minWidth: string };
  onOpen: (id: string) => void;
  onDrop: (booking: DayBooking, part: number) => void;
}) {
  const t = useTranslations("day");
  const hour = `${100 / hoursOf(day)}%`;
  return (
    <div
      className="relative flex-1 bg-[linear-gradient(to_right,var(--color-line)_1px,transparent_1px)]"
      style={{ ...width, backgroundSize: `${hour} 100%` }}
    >
      <ol aria-label={t("bookedAt", { station: station.name })}>
        {dayLanes(station.bookings, 1).map((lane, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a lane is its place
          <li key={index} className="relative h-12" aria-label={t("lane", { number: index + 1 })}>
            {lane.map((booking) => (
              <BookingBlock
                key={booking.id}
                booking={booking}
                place={spanIn(day, booking)}
                isMixed={false}
                onOpen={() => onOpen(booking.id)}
                onDrop={(part) => onDrop(booking, part)}
              />
            ))}
          </li>
        ))}
      </ol>
      <NowLine day={day} />
    </div>
  );
}
