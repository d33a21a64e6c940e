"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";

import { useNeedWords } from "../station/need-words";
import { cn } from "../ui/class-names";
import type { DayBooking } from "./day-lanes";
import { useClock } from "../ui/use-clock";
import { useDrag } from "./use-drag";

const looks: Readonly<Record<string, string>> = {
  Pending: "border-warning bg-warning-soft",
  Approved: "border-success bg-success-soft",
  InProgress: "border-accent bg-accent-soft",
  Completed: "border-line-strong bg-sunken text-ink-soft",
  NoShow: "border-danger bg-danger-soft",
};

/** A booking in its lane: a press opens it, a drag asks to move it. */
export function BookingBlock({
  booking,
  place,
  isMixed,
  onOpen,
  onDrop,
}: {
  booking: DayBooking;
  place: CSSProperties;
  /** Whether the station has places of several kinds, so that it matters what was asked for. */
  isMixed: boolean;
  onOpen: () => void;
  /** How far it was dragged, as a part of the day. */
  onDrop: (part: number) => void;
}) {
  const t = useTranslations("day");
  const staff = useTranslations("staffBookings");
  const { shift, wasDragged, handlers } = useDrag(onDrop);
  const clock = useClock(booking.timeZone);
  const asked = useNeedWords()({ plug: booking.standard, minPowerKw: booking.minPowerKw }, "short");
  const connector =
    booking.connector === null ? null : t("onConnector", { number: booking.connector });
  const note = connector ?? ((isMixed && asked) || null);

  return (
    <button
      type="button"
      aria-haspopup="dialog"
      style={{ ...place, transform: shift ? `translateX(${shift}px)` : undefined }}
      className={cn(
        "@container absolute inset-y-1 touch-pan-y overflow-hidden rounded-sm border-l-4 px-1 text-left text-xs leading-tight",
        "hover:brightness-95 focus-visible:z-20",
        looks[booking.status] ?? looks.Completed,
        shift !== 0 && "z-20 cursor-grabbing opacity-90 shadow-lg",
      )}
      {...handlers}
      onClick={() => {
        if (!wasDragged()) onOpen();
      }}
    >
      {/* A name has two lines where its block is too narrow for the number to be read. */}
      <span
        className={cn("font-medium", note ? "line-clamp-1" : "line-clamp-2 @[7rem]:line-clamp-1")}
      >
        {booking.conflict && (
          <TriangleAlert
            aria-hidden
            className="mr-1 inline size-3.5 align-text-bottom text-danger"
          />
        )}
        {booking.ownerName ?? staff("guest")}
      </span>
      {/* Its number is said with the times: once is enough. */}
      <span
        aria-hidden={note === null}
        className={cn("tabular truncate", note === null ? "hidden @[7rem]:block" : "block")}
      >
        {note ?? booking.number}
      </span>
      <span className="sr-only">
        {t("block", {
          number: booking.number,
          from: clock(booking.startsAt),
          to: clock(booking.endsAt),
          status: staff(`statuses.${booking.status}`),
        })}
      </span>
    </button>
  );
}
