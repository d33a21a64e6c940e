"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";

import type { BookingActions } from "../booking/booking-buttons";
import type { FreeStart } from "../booking/free-starts";
import { type DaySlot, Hours, NowLine, SlotCapacity } from "./day-ground";
import { dayKinds, type DayPlace, plainLanes } from "./day-kinds";
import type { DayBooking } from "./day-lanes";
import { LaneNames } from "./lane-names";
import { Lanes } from "./lanes";
import { useDayPanel } from "./use-day-panel";
import { hoursOf, hourWidth, useFirstLook } from "./use-first-look";

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
  const kinds = dayKinds(day.slots, day.bookings, day.places);
  const isMixed = kinds.length > 0;
  const plain = isMixed ? [] : plainLanes(day.slots, day.bookings);
  const frame = useRef<HTMLElement>(null);
  useFirstLook(frame, day);
  const { open, drop, panel } = useDayPanel({ day, path, actions, isMixed });

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
        <div
          className="relative flex-1"
          style={{ minWidth: `${hoursOf(day) * hourWidth}rem` }}
          data-day
        >
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
      {panel}
    </>
  );
}
