"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { hourMs } from "@/lib/core/durations";

import type { BookingActions } from "../booking/booking-buttons";
import { type FreeStart, nearestStart } from "../booking/free-starts";
import { toast } from "../ui/toast";
import { BookingPanel } from "./booking-panel";
import type { DayBooking, DaySpan } from "./day-lanes";
import { readMoveTimes, useMoveTimes } from "./use-move-times";

/** What a press or a drop on a booking of a day does. */
interface DayPanel {
  readonly open: (id: string) => void;
  /** A booking was dragged so far, as a part of the day. */
  readonly drop: (booking: DayBooking, part: number) => void;
  /** The booking that is open; stands once on the page. */
  readonly panel: ReactNode;
}

/** The bookings of a day, of which one at a time is open. */
export function useDayPanel({
  day,
  path,
  actions,
  isMixed,
}: {
  readonly day: DaySpan & {
    readonly bookings: readonly DayBooking[];
    readonly starts: Readonly<Record<string, readonly FreeStart[]>>;
  };
  readonly path: string;
  readonly actions: BookingActions;
  readonly isMixed: boolean;
}): DayPanel {
  const t = useTranslations("day");
  const [opened, setOpened] = useState<{ id: string; start?: string } | null>(null);
  // As it stands now, which may be otherwise than when it was opened.
  const booking = day.bookings.find(({ id }) => id === opened?.id);
  const { times, keep } = useMoveTimes(booking, booking && day.starts[booking.id]);

  /** A drop says where to; whether that may be, the booking and the free times say. */
  const drop = async (dropped: DayBooking, part: number) => {
    const { id, startsAt, can } = dropped;
    if (!can.includes("move")) return toast(t("notMovable"), "danger");
    const given = day.starts[id];
    const starts = given ?? (await readMoveTimes(id));
    if (starts === "Unread") return toast(t("timesUnread"), "danger");
    const length = Date.parse(day.to) - Date.parse(day.from);
    const wanted = Date.parse(startsAt) + part * length;
    const nearest = nearestStart(starts, wanted)?.startsAt;
    if (!nearest || Math.abs(Date.parse(nearest) - wanted) > hourMs) {
      return toast(t("notFree"), "danger");
    }
    if (!given) keep(dropped, starts);
    return setOpened({ id, start: nearest });
  };

  return {
    open: (id) => {
      // Since it was open the last time others may have booked.
      keep(null);
      setOpened({ id });
    },
    drop: (dropped, part) => void drop(dropped, part),
    panel: (
      <BookingPanel
        opened={booking ? { booking, start: opened?.start } : null}
        isMixed={isMixed}
        times={times}
        path={path}
        actions={actions}
        onClose={() => setOpened(null)}
      />
    ),
  };
}
