"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";

import { minutesOfTime } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";

import { lengthOf, moved, resized, snapped, step, type Window } from "./draft";
import { useWindowTime } from "./use-window-time";

/** Pixels of one hour, as the grid draws it. */
const hourHeight = 26;

/** A window in the grid: dragged to move, at its lower edge to stretch; arrows, Shift with arrows, Delete. */
export function WindowBlock({
  day,
  place,
  window,
  onChange,
  onRemove,
}: {
  day: string;
  /** Which of the day's windows it is. */
  place: number;
  window: Window;
  onChange: (window: Window) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("scheduleEditor");
  const time = useWindowTime();
  const [preview, setPreview] = useState<Window | null>(null);
  const drag = useRef<{ from: number; stretch: boolean } | null>(null);
  const shown = preview ?? window;
  const start = minutesOfTime(shown.start);
  const overnight = Math.max(0, start + lengthOf(shown) - dayMinutes);

  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -step, ArrowDown: step }[event.key];
    if (by !== undefined) onChange(event.shiftKey ? resized(window, by) : moved(window, by));
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
  };
  const follow = (event: PointerEvent) => {
    if (!drag.current) return;
    const by = snapped(((event.clientY - drag.current.from) / hourHeight) * 60);
    setPreview(drag.current.stretch ? resized(window, by) : moved(window, by));
  };
  const drop = () => {
    drag.current = null;
    if (preview && (preview.start !== window.start || preview.end !== window.end))
      onChange(preview);
    setPreview(null);
  };

  return (
    <button
      type="button"
      data-window={place}
      aria-label={t("window", { day, start: time(shown.start), end: time(shown.end) })}
      title={t("windowKeys")}
      className="absolute inset-x-0.5 cursor-grab touch-none overflow-hidden rounded-sm border border-accent bg-accent-soft px-1 text-left text-xs text-accent-ink focus-visible:z-10 active:cursor-grabbing"
      style={{
        top: (start / 60) * hourHeight,
        height: ((lengthOf(shown) - overnight) / 60) * hourHeight,
      }}
      onKeyDown={keys}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { bottom } = event.currentTarget.getBoundingClientRect();
        drag.current = { from: event.clientY, stretch: bottom - event.clientY < 10 };
      }}
      onPointerMove={follow}
      onPointerUp={drop}
      onPointerCancel={() => {
        drag.current = null;
        setPreview(null);
      }}
    >
      <span className="tabular block leading-5 font-medium">
        {time(shown.start)}–{time(shown.end)}
      </span>
      {overnight > 0 && (
        <span aria-hidden className="block leading-4">
          {t("nextDay")}
        </span>
      )}
      <span aria-hidden className="absolute inset-x-0 bottom-0 h-2 cursor-ns-resize" />
    </button>
  );
}
