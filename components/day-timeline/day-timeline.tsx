"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useState } from "react";

import type { BookingActions } from "../booking/booking-deeds";
import type { FreeStart } from "../booking/free-starts";
import { toast } from "../ui/toast";
import { BookingBlock } from "./booking-block";
import { BookingPanel } from "./booking-panel";
import { type DayBooking, dayLanes, placeIn } from "./day-lanes";

interface DaySlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly remaining: number;
}

export interface Day {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly slots: readonly DaySlot[];
  readonly bookings: readonly DayBooking[];
  /** Where a booking in conflict could go, by its id. */
  readonly starts: Readonly<Record<string, readonly FreeStart[]>>;
}

const percent = (part: number) => `${part * 100}%`;

/** A station's day: lanes of places against the hours, with what is booked in them. */
export function DayTimeline({
  day,
  path,
  actions,
}: {
  day: Day;
  path: string;
  actions: BookingActions;
}) {
  const t = useTranslations("day");
  const [open, setOpen] = useState<{ booking: DayBooking; start?: string } | null>(null);
  const capacity = Math.max(1, ...day.slots.map((slot) => slot.capacity));
  const lanes = dayLanes(day.bookings, Math.min(capacity, 40));

  /** A drop says where to; whether that may be, the booking and the free times say. */
  const drop = (booking: DayBooking, part: number) => {
    const starts = day.starts[booking.id];
    if (!starts) return toast(t("onlyConflicts"), "danger");
    const length = Date.parse(day.to) - Date.parse(day.from);
    const wanted = Date.parse(booking.startsAt) + part * length;
    const nearest = starts
      .map(({ startsAt }) => startsAt)
      .toSorted(
        (one, other) => Math.abs(Date.parse(one) - wanted) - Math.abs(Date.parse(other) - wanted),
      )[0];
    if (!nearest || Math.abs(Date.parse(nearest) - wanted) > 60 * 60_000) {
      return toast(t("notFree"), "danger");
    }
    return setOpen({ booking, start: nearest });
  };

  return (
    <>
      <section
        aria-label={t("timeline")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard too
        tabIndex={0}
        className="overflow-x-auto rounded-lg border bg-surface max-sm:hidden"
      >
        <div className="relative min-w-[66rem]" data-day>
          <Hours day={day} />
          <div className="relative">
            <SlotShades day={day} />
            <ol>
              {lanes.map((lane, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a lane is its place
                <li
                  key={index}
                  className="relative h-12 border-t"
                  aria-label={t("lane", { number: index + 1 })}
                >
                  {lane.map((booking) => (
                    <BookingBlock
                      key={booking.id}
                      booking={booking}
                      place={{
                        left: percent(placeIn(day, Date.parse(booking.startsAt))),
                        width: percent(
                          placeIn(day, Date.parse(booking.endsAt)) -
                            placeIn(day, Date.parse(booking.startsAt)),
                        ),
                      }}
                      onOpen={() => setOpen({ booking })}
                      onDrop={(part) => drop(booking, part)}
                    />
                  ))}
                </li>
              ))}
            </ol>
            <NowLine day={day} />
          </div>
        </div>
      </section>
      <BookingPanel
        opened={open}
        starts={open ? (day.starts[open.booking.id] ?? null) : null}
        path={path}
        actions={actions}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

function Hours({ day }: { day: Day }) {
  const format = useFormatter();
  const hours: number[] = [];
  for (let at = Date.parse(day.from); at < Date.parse(day.to); at += 3_600_000) hours.push(at);
  return (
    <div aria-hidden className="relative h-8 text-xs text-ink-soft">
      {hours.map((at) => (
        <span
          key={at}
          className="tabular absolute top-2 pl-1"
          style={{ left: percent(placeIn(day, at)) }}
        >
          {format.dateTime(new Date(at), {
            hour: "2-digit",
            minute: "2-digit",
            hourCycle: "h23",
            timeZone: day.timeZone,
          })}
        </span>
      ))}
    </div>
  );
}

/** Open hours, lighter the more is free; what is not open stays shaded. */
function SlotShades({ day }: { day: Day }) {
  return (
    <div aria-hidden className="absolute inset-0 bg-sunken">
      {day.slots.map((slot) => {
        const left = placeIn(day, Date.parse(slot.startsAt));
        const style: CSSProperties = {
          left: percent(left),
          width: percent(placeIn(day, Date.parse(slot.endsAt)) - left),
        };
        const isFull = slot.remaining === 0;
        return (
          <span
            key={slot.startsAt}
            style={style}
            className={`absolute inset-y-0 border-l ${isFull ? "bg-warning-soft" : "bg-surface"}`}
          />
        );
      })}
    </div>
  );
}

/** Where the day has come to. */
function NowLine({ day }: { day: Day }) {
  const t = useTranslations("day");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, []);
  if (now === null || now < Date.parse(day.from) || now >= Date.parse(day.to)) return null;
  return (
    <span
      className="pointer-events-none absolute inset-y-0 z-10 w-0.5 bg-danger"
      style={{ left: percent(placeIn(day, now)) }}
    >
      <span className="sr-only">{t("now")}</span>
    </span>
  );
}
