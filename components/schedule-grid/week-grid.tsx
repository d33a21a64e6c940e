"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";

import { type Weekday, weekdays } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";

import { Button } from "../ui/button";
import {
  between,
  type Draft,
  isDrawable,
  oneMore,
  snapped,
  step,
  type Window,
  withDay,
} from "./draft";
import { useFocusAfter } from "./use-focus-after";
import { WindowBlock } from "./window-block";
import { useWindowTime } from "./use-window-time";

/** Pixels of one hour. */
export const hourHeight = 26;
const minuteOf = (pixels: number) => snapped((pixels / hourHeight) * 60);

/**
 * The week as a grid: windows are drawn by dragging over a day, moved and stretched by dragging, and all of it by
 * keyboard. Every change is said to screen readers.
 */
export function WeekGrid({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTranslations("scheduleEditor");
  const days = useTranslations("scheduleEditor.days");
  const time = useWindowTime();
  const [said, setSaid] = useState("");
  const focusAfter = useFocusAfter();
  const set = (day: Weekday, windows: readonly Window[], changed?: Window) => {
    onChange(withDay(draft, day, windows));
    setSaid(
      changed
        ? t("saidWindow", { day: days(day), start: time(changed.start), end: time(changed.end) })
        : t("saidRemoved", { day: days(day) }),
    );
  };
  const blockOf = (day: Weekday, index: number) =>
    `[data-day="${days(day)}"] [data-window="${index}"]`;
  const add = (day: Weekday) => {
    const windows = draft.weekly[day];
    const window = oneMore(windows);
    focusAfter(blockOf(day, windows.length));
    set(day, [...windows, window], window);
  };
  const remove = (day: Weekday, index: number) => {
    const next = Math.min(index, draft.weekly[day].length - 2);
    // The day's next window, or else where it gets one again.
    focusAfter(next < 0 ? `[data-open="${day}"]` : blockOf(day, next));
    set(
      day,
      draft.weekly[day].filter((_, place) => place !== index),
    );
  };
  return (
    <div className="max-md:hidden">
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <div className="grid grid-cols-[4rem_repeat(7,1fr)]">
        <span />
        {weekdays.map((day) => (
          <div key={day} className="pb-1 text-center">
            <Button
              look="quiet"
              size="sm"
              data-open={day}
              aria-label={t("openDay", { day: days(day) })}
              title={t("openDay", { day: days(day) })}
              className="gap-1 px-2"
              onClick={() => add(day)}
            >
              {days(day)}
              <Plus aria-hidden className="text-ink-soft" />
            </Button>
          </div>
        ))}
        <div
          aria-hidden
          className="relative text-xs text-ink-soft"
          style={{ height: 24 * hourHeight }}
        >
          {Array.from({ length: 12 }, (_, index) => (
            <span
              key={index * 2}
              className="tabular absolute right-2 -translate-y-1/2"
              style={{ top: index * 2 * hourHeight }}
            >
              {index === 0 ? "" : time(`${String(index * 2).padStart(2, "0")}:00`)}
            </span>
          ))}
        </div>
        {weekdays.map((day) => (
          <DayColumn
            key={day}
            name={days(day)}
            windows={draft.weekly[day]}
            onSet={(windows, changed) => set(day, windows, changed)}
            onRemove={(index) => remove(day, index)}
          />
        ))}
      </div>
    </div>
  );
}

function DayColumn({
  name,
  windows,
  onSet,
  onRemove,
}: {
  name: string;
  windows: readonly Window[];
  onSet: (windows: readonly Window[], changed: Window) => void;
  onRemove: (index: number) => void;
}) {
  const [drawn, setDrawn] = useState<{ from: number; to: number } | null>(null);
  const at = (event: PointerEvent<HTMLDivElement>) =>
    Math.min(
      dayMinutes,
      Math.max(0, minuteOf(event.clientY - event.currentTarget.getBoundingClientRect().top)),
    );
  const replaced = (index: number, window: Window) =>
    windows.map((one, place) => (place === index ? window : one));
  return (
    <div
      data-day={name}
      className="relative touch-none border-l bg-[repeating-linear-gradient(to_bottom,var(--line)_0_1px,transparent_1px_26px)] last:border-r"
      style={{ height: 24 * hourHeight }}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target !== event.currentTarget) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn({ from: at(event), to: at(event) });
      }}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: at(event) })}
      onPointerUp={() => {
        if (!drawn) return;
        const [from, to] = [Math.min(drawn.from, drawn.to), Math.max(drawn.from, drawn.to)];
        setDrawn(null);
        if (to - from < step) return;
        const window = between(from, to);
        onSet([...windows, window], window);
      }}
      onPointerCancel={() => setDrawn(null)}
    >
      {windows.map(
        (window, index) =>
          isDrawable(window) && (
            <WindowBlock
              // oxlint-disable-next-line react/no-array-index-key -- a window is its place in the day
              key={index}
              day={name}
              place={index}
              window={window}
              onChange={(next) => onSet(replaced(index, next), next)}
              onRemove={() => onRemove(index)}
            />
          ),
      )}
      {drawn && (
        <span
          className="pointer-events-none absolute inset-x-0.5 rounded-sm border-2 border-dashed border-accent bg-accent-soft"
          style={{
            top: (Math.min(drawn.from, drawn.to) / 60) * hourHeight,
            height: (Math.abs(drawn.to - drawn.from) / 60) * hourHeight,
          }}
        />
      )}
    </div>
  );
}
