"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { type DaySpan, percent, placeIn, spanIn } from "./day-lanes";

interface DaySlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly remaining: number;
}

/** The hours of the day, by the station's clock. */
export function Hours({ day }: { day: DaySpan & { readonly timeZone: string } }) {
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
export function SlotShades({ day }: { day: DaySpan & { readonly slots: readonly DaySlot[] } }) {
  return (
    <div aria-hidden className="absolute inset-0 bg-sunken">
      {day.slots.map((slot) => {
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
