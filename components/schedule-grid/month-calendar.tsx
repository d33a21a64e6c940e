"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";

import { addDays, weekdayOf, weekdays } from "@/lib/core/calendar";

import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { DateEditor } from "./date-editor";
import type { Draft } from "./draft";

const firstOf = (date: string) => `${date.slice(0, 7)}-01`;
const monthAfter = (first: string, by: 1 | -1) =>
  by === 1 ? firstOf(addDays(first, 31)) : firstOf(addDays(first, -1));

/** Dates that differ from the week: closed, open otherwise, or with fewer connectors. */
export function MonthCalendar({
  draft,
  today,
  onChange,
}: {
  draft: Draft;
  /** The station's own day. */
  today: string;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const days = useTranslations("scheduleEditor.days");
  const format = useFormatter();
  const [first, setFirst] = useState(firstOf(today));
  const [chosen, setChosen] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const words = (date: string, parts: object) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { ...parts, timeZone: "UTC" });
  const lead = weekdays.indexOf(weekdayOf(first));
  const dates: string[] = [];
  for (let date = first; date.startsWith(first.slice(0, 7)); date = addDays(date, 1)) {
    dates.push(date);
  }
  const stateOf = (date: string) => {
    const exception = draft.exceptions.find((one) => one.date === date);
    const override = draft.capacityOverrides.find((one) => one.date === date);
    return [
      exception && (exception.closed ? t("closed") : t("otherHours")),
      override && t("places", { count: override.connectors }),
    ].filter(Boolean);
  };
  const walk = (event: KeyboardEvent, date: string) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = addDays(date, by);
    setFirst(firstOf(next));
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus(),
    );
  };
  return (
    <div className="space-y-4">
      <div className="flex items-center justify-between">
        <Button
          look="quiet"
          size="icon-sm"
          aria-label={t("monthBefore")}
          onClick={() => setFirst(monthAfter(first, -1))}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <p className="font-medium" aria-live="polite">
          {words(first, { month: "long", year: "numeric" })}
        </p>
        <Button
          look="quiet"
          size="icon-sm"
          aria-label={t("monthAfter")}
          onClick={() => setFirst(monthAfter(first, 1))}
        >
          <ChevronRight aria-hidden />
        </Button>
      </div>
      <div ref={grid} className="grid grid-cols-7 gap-1 text-center text-sm">
        {weekdays.map((day) => (
          <span key={day} aria-hidden className="pb-1 text-xs text-ink-soft">
            {days(day)}
          </span>
        ))}
        {dates.map((date, index) => {
          const state = stateOf(date);
          return (
            <button
              key={date}
              type="button"
              data-date={date}
              style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}
              aria-pressed={chosen === date}
              aria-label={[words(date, { dateStyle: "full" }), ...state].join(", ")}
              className={cn(
                "tabular flex h-14 flex-col items-center rounded-sm border px-0.5 pt-1 hover:border-accent",
                state.length > 0 && "bg-warning-soft",
                chosen === date && "border-accent",
                date === today && "font-semibold text-accent-ink",
              )}
              onClick={() => setChosen(date)}
              onKeyDown={(event) => walk(event, date)}
            >
              {Number(date.slice(8))}
              <span className="w-full truncate text-xs font-normal text-ink-soft">
                {state.join(", ")}
              </span>
            </button>
          );
        })}
      </div>
      {chosen && (
        <DateEditor
          key={chosen}
          title={words(chosen, { dateStyle: "full" })}
          date={chosen}
          draft={draft}
          onChange={onChange}
        />
      )}
    </div>
  );
}
