"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** Rows that a key goes up or down, where marks stand in several rows. */
const rowsDown: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Lies over a drawing and reads out the mark under the pointer, or the one that the arrow keys are at. To screen
 * readers it is a slider along the marks, each said in full; before any script it says the last one.
 */
export function Pointer({
  label,
  texts,
  width = texts.length,
  active,
  onChange,
}: {
  label: string;
  /** What each mark says. */
  texts: readonly string[];
  /** How many marks are in a row, where there are several rows. */
  width?: number;
  active: number | null;
  onChange: (index: number | null) => void;
}) {
  const count = texts.length;
  const [last, setLast] = useState(count - 1);
  const at = active ?? last;
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1);
    setLast(next);
    onChange(next);
  };
  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const rows = Math.ceil(count / width);
    const inside = (part: number, parts: number) =>
      Math.min(Math.max(Math.floor(part * parts), 0), parts - 1);
    const column = inside((clientX - box.left) / box.width, width);
    go(inside((clientY - box.top) / box.height, rows) * width + column);
  };
  const press = (event: KeyboardEvent) => {
    const rows = rowsDown[event.key];
    if (rows === undefined || width === count) return;
    event.preventDefault();
    const next = at + rows * width;
    if (next >= 0 && next < count) go(next);
  };
  return (
    <div className="absolute inset-0 rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="range"
        min={1}
        max={count}
        value={at + 1}
        aria-label={label}
        aria-valuetext={texts[at]}
        className="size-full cursor-default touch-pan-y opacity-0"
        onChange={({ target }) => go(Number(target.value) - 1)}
        onPointerMove={point}
        onPointerLeave={() => onChange(null)}
        onFocus={() => active === null && onChange(at)}
        onBlur={() => onChange(null)}
        onKeyDown={press}
      />
    </div>
  );
}

/** What the pointer reads out, above its mark; `at` is the mark's place in percent of the width. */
export function ReadOut({ at, label, text }: { at: number; label: string; text: string }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute -top-2 z-10 w-max max-w-full rounded-md border bg-raised px-2.5 py-1 text-sm shadow-md"
      style={{ left: `${at}%`, transform: `translate(-${at}%, -100%)` }}
    >
      <span className="text-ink-soft">{label}</span>{" "}
      <span className="tabular font-semibold text-ink">{text}</span>
    </div>
  );
}
