"use client";

import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, type PointerEvent, useRef, useState } from "react";

import { cn } from "../ui/class-names";
import type { DayBooking } from "./day-lanes";

const looks: Readonly<Record<string, string>> = {
  Pending: "border-warning bg-warning-soft",
  Approved: "border-success bg-success-soft",
  InProgress: "border-accent bg-accent-soft",
  Completed: "border-line-strong bg-sunken text-ink-soft",
  NoShow: "border-danger bg-danger-soft",
};
/** Pixels a pointer moves before it means to drag. */
const slack = 6;

/** A booking in its lane: a press opens it, a drag asks to move it. */
export function BookingBlock({
  booking,
  place,
  onOpen,
  onDrop,
}: {
  booking: DayBooking;
  place: CSSProperties;
  onOpen: () => void;
  /** How far it was dragged, as a part of the day. */
  onDrop: (part: number) => void;
}) {
  const t = useTranslations("day");
  const status = useTranslations("staffBookings.statuses");
  const format = useFormatter();
  const [shift, setShift] = useState(0);
  const from = useRef<number | null>(null);
  const dragged = useRef(false);
  const clock = (at: string) =>
    format.dateTime(new Date(at), {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: booking.timeZone,
    });

  const end = (event: PointerEvent<HTMLButtonElement>) => {
    if (from.current === null) return;
    const moved = event.clientX - from.current;
    from.current = null;
    setShift(0);
    if (!dragged.current) return;
    const width = event.currentTarget.closest("[data-day]")?.clientWidth ?? 1;
    onDrop(moved / width);
  };

  return (
    <button
      type="button"
      style={{ ...place, transform: shift ? `translateX(${shift}px)` : undefined }}
      className={cn(
        "absolute inset-y-1 touch-pan-y overflow-hidden rounded-sm border-l-4 px-1.5 text-left text-xs leading-tight",
        "hover:brightness-95 focus-visible:z-20",
        looks[booking.status] ?? looks.Completed,
        shift !== 0 && "z-20 cursor-grabbing opacity-90 shadow-lg",
      )}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        from.current = event.clientX;
        dragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current === null) return;
        const moved = event.clientX - from.current;
        if (!dragged.current && Math.abs(moved) < slack) return;
        dragged.current = true;
        setShift(moved);
      }}
      onPointerUp={end}
      onPointerCancel={() => {
        from.current = null;
        setShift(0);
      }}
      onClick={() => {
        if (!dragged.current) onOpen();
        dragged.current = false;
      }}
    >
      <span className="flex items-center gap-1 truncate font-medium">
        {booking.conflict && (
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-danger" />
        )}
        {booking.ownerName}
      </span>
      <span className="tabular block truncate">
        {booking.connector === null
          ? booking.number
          : t("onConnector", { number: booking.connector })}
      </span>
      <span className="sr-only">
        {t("block", {
          number: booking.number,
          from: clock(booking.startsAt),
          to: clock(booking.endsAt),
          status: status(booking.status),
        })}
      </span>
    </button>
  );
}
