"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { hourMs } from "@/lib/core/durations";

import type { BookingActions } from "../booking/booking-buttons";
import { type FreeStart, nearestStart } from "../booking/free-starts";
import { toast } from "../ui/toast";
import { BookingPanel } from "./booking-panel";
import { type DaySlot, Hours, NowLine, SlotCapacity } from "./day-ground";
import { dayKinds, type DayPlace, plainLanes } from "./day-kinds";
import { type DayBooking, whereToLook } from "./day-lanes";
import { LaneNames } from "./lane-names";
import { Lanes } from "./lanes";

export interface Day {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly slots: readonly DaySlot[];
  readonly bookings: readonly DayBooking[];
  /** The station's connectors. */
  readonly places: readonly DayPlace[];
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
  const [opened, setOpened] = useState<{ id: string; start?: string } | null>(null);
  const open = (id: string, start?: string) => setOpened({ id, start });
  // As it stands now, which may be otherwise than when it was opened.
  const booking = day.bookings.find(({ id }) => id === opened?.id);
  const kinds = dayKinds(day.slots, day.bookings, day.places);
  const isMixed = kinds.length > 0;
  const plain = isMixed ? [] : plainLanes(day.slots, day.bookings);
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
    return open(booking.id, nearest);
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
        <LaneNames kinds={kinds} plain={plain.length} />
        <div className="relative flex-1" style={{ minWidth: `${hours * hourWidth}rem` }} data-day>
          <Hours day={day} />
          <SlotCapacity day={day} />
          <div className="relative">
            {isMixed ? (
              kinds.map((one) => (
                <Lanes
                  key={one.key}
                  day={{ ...day, slots: one.slots }}
                  of={one}
                  {...{ onOpen: open, onDrop: drop }}
                />
              ))
            ) : (
              <Lanes day={day} of={{ lanes: plain }} {...{ onOpen: open, onDrop: drop }} />
            )}
            <NowLine day={day} />
          </div>
        </div>
      </section>
      <BookingPanel
        opened={booking ? { booking, start: opened?.start } : null}
        isMixed={isMixed}
        starts={booking ? (day.starts[booking.id] ?? null) : null}
        path={path}
        actions={actions}
        onClose={() => setOpened(null)}
      />
    </>
  );
}
