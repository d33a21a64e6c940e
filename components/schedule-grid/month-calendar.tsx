"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";

import { addDays, weekdayOf, weekdays } from "@/lib/core/calendar";

import { Button } from "../ui/button";
import { CalendarDate } from "./calendar-date";
import { DateEditor } from "./date-editor";
import type { Draft } from "./draft";
import { DatesToMend } from "./dates-to-mend";
import type { Fault } from "./faults";
import { useFocusAfter } from "./use-focus-after";

const firstOf = (date: string) => `${date.slice(0, 7)}-01`;
const monthAfter = (first: string, by: 1 | -1) =>
  by === 1 ? firstOf(addDays(first, 31)) : firstOf(addDays(first, -1));

/** Dates that differ from the week: closed, open otherwise, or with fewer connectors. */
export function MonthCalendar({
  draft,
  faults,
  today,
  chosen,
  onChoose,
  onChange,
}: {
  draft: Draft;
  faults: readonly Fault[];
  /** The station's own day. */
  today: string;
  /** The date that is open. */
  chosen: string | null;
  onChoose: (date: string | null) => void;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const days = useTranslations("scheduleEditor.days");
  const format = useFormatter();
  const [first, setFirst] = useState(firstOf(today));
  const [shown, setShown] = useState(chosen);
  if (chosen !== shown) {
    // Also where it was opened for what is wrong with it, and lies in another month.
    setShown(chosen);
    if (chosen) setFirst(firstOf(chosen));
  }
  const focusAfter = useFocusAfter();
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
      exception &&
        (exception.closed || exception.windows.length === 0 ? t("closed") : t("otherHours")),
      override && t("places", { count: Number(override.connectors) || 0 }),
    ].filter((words) => words !== undefined);
  };
  const goTo = (date: string) => {
    setFirst(firstOf(date));
    focusAfter(`[data-date="${date}"]`);
  };
  const walk = (event: KeyboardEvent, date: string) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    goTo(addDays(date, by));
  };
  const choose = (date: string, byKeyboard: boolean) => {
    // Whoever has no pointer goes on in the date's fields.
    if (byKeyboard) focusAfter("#date-kind");
    onChoose(date);
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
      <div className="grid grid-cols-7 gap-1 text-center text-sm">
        {weekdays.map((day) => (
          <span key={day} aria-hidden className="pb-1 text-xs text-ink-soft">
            {days(day)}
          </span>
        ))}
        {dates.map((date, index) => (
          <CalendarDate
            key={date}
            date={date}
            name={words(date, { dateStyle: "full" })}
            state={stateOf(date)}
            column={index === 0 ? lead + 1 : undefined}
            isToday={date === today}
            isChosen={date === chosen}
            isWrong={faults.some(({ part }) => part === date)}
            onChoose={(byKeyboard) => choose(date, byKeyboard)}
            onKeyDown={(event) => walk(event, date)}
          />
        ))}
      </div>
      <p className="text-sm text-ink-soft max-md:hidden">{t("datesHint")}</p>
      <DatesToMend faults={faults} onChoose={(date) => choose(date, true)} />
      {chosen && (
        <DateEditor
          key={chosen}
          title={words(chosen, { dateStyle: "full" })}
          date={chosen}
          draft={draft}
          faults={faults}
          onChange={onChange}
          onClose={() => {
            goTo(chosen);
            onChoose(null);
          }}
        />
      )}
    </div>
  );
}
