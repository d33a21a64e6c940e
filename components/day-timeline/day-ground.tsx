"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { hourMs } from "@/lib/core/durations";

import type { PlaceKind } from "../station/place-groups";
import { type DaySpan, percent, placeIn, spanIn } from "./day-lanes";
import { useClock } from "../ui/use-clock";

export interface DaySlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly remaining: number;
  /** The same of each kind of places. */
  readonly groups: readonly (PlaceKind & {
    readonly capacity: number;
    readonly remaining: number;
  })[];
}

/** The hours of the day, by the station's clock. */
export function Hours({ day }: { day: DaySpan & { readonly timeZone: string } }) {
  const clock = useClock(day.timeZone);
  const hours: number[] = [];
  for (let at = Date.parse(day.from); at < Date.parse(day.to); at += hourMs) hours.push(at);
  return (
    <div aria-hidden className="relative h-8 text-xs text-ink-soft">
      {hours.map((at) => (
        <span
          key={at}
          className="tabular absolute top-2 pl-1"
          style={{ left: percent(placeIn(day, at)) }}
        >
          {clock(at)}
        </span>
      ))}
    </div>
  );
}

/** Open hours, lighter the more is free; what is not open stays shaded. */
export function SlotShades({
  day,
}: {
  day: DaySpan & { readonly slots: readonly Omit<DaySlot, "groups">[] };
}) {
  return (
    <div aria-hidden className="absolute inset-0 bg-sunken">
      {day.slots.map((slot) => {
        if (slot.capacity === 0) return null;
        const isFull = slot.remaining === 0;
        return (
          <span
            key={slot.startsAt}
            style={spanIn(day, slot)}
            className={`absolute inset-y-0 border-l ${isFull ? "bg-warning-soft" : "bg-surface"}`}
          />
        );
      })}
    </div>
  );
}

/** How many places each slot has, and how many of them are free; of one kind of places where it is named. */
export function SlotCapacity({
  day,
  kind,
}: {
  day: DaySpan & {
    readonly timeZone: string;
    readonly slots: readonly Omit<DaySlot, "groups">[];
  };
  kind?: string;
}) {
  const t = useTranslations("day");
  const clock = useClock(day.timeZone);
  return (
    <ol
      aria-label={kind === undefined ? t("capacity") : t("capacityOf", { kind })}
      className="relative h-6 border-t text-xs text-ink-soft"
    >
      {day.slots.map((slot) => {
        const { startsAt, endsAt, remaining, capacity } = slot;
        const words = t("slot", { from: clock(startsAt), to: clock(endsAt), remaining, capacity });
        return (
          <li
            key={startsAt}
            title={words}
            style={spanIn(day, slot)}
            className="tabular absolute inset-y-0 overflow-hidden border-l pt-1 pl-1 leading-4"
          >
            <span aria-hidden>{t("slotShort", { remaining, capacity })}</span>
            <span className="sr-only">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** Where the day has come to. */
export function NowLine({ day }: { day: DaySpan }) {
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
