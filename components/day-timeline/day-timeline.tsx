"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { hourMs } from "@/lib/core/durations";

import type { BookingActions } from "../booking/booking-buttons";
import { type FreeStart, nearestStart } from "../booking/free-starts";
import { usePlaceWords } from "../station/place-groups";
import { toast } from "../ui/toast";
import { BookingBlock } from "./booking-block";
import { BookingPanel } from "./booking-panel";
import { type DaySlot, Hours, NowLine, SlotCapacity, SlotShades } from "./day-ground";
import { dayKinds } from "./day-kinds";
import { type DayBooking, dayLanes, spanIn, whereToLook } from "./day-lanes";

export interface Day {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly slots: readonly DaySlot[];
  readonly bookings: readonly DayBooking[];
  /** Where a booking in conflict could go, by its id. */
  readonly starts: Readonly<Record<string, readonly FreeStart[]>>;
}

/** Rem that an hour takes at least, so that a name fits into it. */
const hourWidth = 4.5;

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
  const [open, setOpen] = useState<{ id: string; start?: string } | null>(null);
  // As it stands now, which may be otherwise than when it was opened.
  const booking = day.bookings.find(({ id }) => id === open?.id);
  const capacity = Math.max(1, ...day.slots.map((slot) => slot.capacity));
  const kinds = dayKinds(day.slots);
  const { kind: words } = usePlaceWords();
  const lanes = dayLanes(day.bookings, Math.min(capacity, 40));
  const hours = (Date.parse(day.to) - Date.parse(day.from)) / hourMs;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the day stands, or else where its first booking is, with a whole hour before it.
    const hour = Math.floor(whereToLook(day, Date.now()) * hours) - 1;
    const { current } = frame;
    const width = current?.querySelector("[data-day]")?.clientWidth ?? 0;
    if (current) current.scrollLeft = (hour / hours) * width;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another day is looked at anew, the same one stays
  }, [day.from]);

  /** A drop says where to; whether that may be, the booking and the free times say. */
  const drop = (booking: DayBooking, part: number) => {
    const starts = day.starts[booking.id];
    if (!starts) return toast(t("onlyConflicts"), "danger");
    const length = Date.parse(day.to) - Date.parse(day.from);
    const wanted = Date.parse(booking.startsAt) + part * length;
    const nearest = nearestStart(starts, wanted)?.startsAt;
    if (!nearest || Math.abs(Date.parse(nearest) - wanted) > hourMs) {
      return toast(t("notFree"), "danger");
    }
    return setOpen({ id: booking.id, start: nearest });
  };

  return (
    <>
      <section
        ref={frame}
        data-frame
        aria-label={t("timeline")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard too
        tabIndex={0}
        className="flex overflow-x-auto rounded-lg border bg-surface max-sm:hidden"
      >
        <LaneNames count={lanes.length} kinds={kinds.map((one) => words(one.kind))} />
        <div className="relative flex-1" style={{ minWidth: `${hours * hourWidth}rem` }} data-day>
          <Hours day={day} />
          <SlotCapacity day={day} />
          {kinds.map(({ key, kind, slots }) => (
            <SlotCapacity key={key} day={{ ...day, slots }} kind={words(kind)} />
          ))}
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
                      place={spanIn(day, booking)}
                      onOpen={() => setOpen({ id: booking.id })}
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
        opened={booking ? { booking, start: open?.start } : null}
        starts={booking ? (day.starts[booking.id] ?? null) : null}
        path={path}
        actions={actions}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

/** What the lanes are, in view wherever the day is scrolled to; the lanes say it themselves to screen readers. */
function LaneNames({ count, kinds }: { count: number; kinds: readonly string[] }) {
  const t = useTranslations("day");
  return (
    <div aria-hidden className="sticky left-0 z-30 shrink-0 border-r bg-surface pt-8 text-xs">
      <p className="flex h-6 items-center border-t px-3 text-ink-soft">{t("free")}</p>
      {kinds.map((kind) => (
        <p
          key={kind}
          className="flex h-6 items-center border-t px-3 whitespace-nowrap text-ink-soft"
        >
          {kind}
        </p>
      ))}
      {Array.from({ length: count }, (_, index) => (
        <p key={index} className="flex h-12 items-center border-t px-3 text-ink-soft">
          {t("lane", { number: index + 1 })}
        </p>
      ))}
    </div>
  );
}
