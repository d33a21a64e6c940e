"use client";

import { useId, useState } from "react";

import { Pointer, ReadOut } from "./pointer";

/** A square of the map: how much, and how it is said. */
export interface HeatCell {
  /** Where and when, such as "Monday, 18:00–19:00". */
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

const strengths = [0.08, 0.3, 0.5, 0.72, 1];

/** How strong a square is painted: one of five, none only for nothing. */
function strength(value: number, most: number): number {
  if (value === 0 || most === 0) return strengths[0] ?? 0;
  return strengths[Math.max(1, Math.ceil((value / most) * 4))] ?? 1;
}

/** Rows of squares, the fuller the stronger. */
export function HeatMap({
  title,
  description,
  rows,
  columns,
  cells,
  fewer,
  more,
}: {
  title: string;
  description: string;
  /** A word for each row. */
  rows: readonly string[];
  /** A word for each column that has one. */
  columns: readonly (string | null)[];
  /** Row by row. */
  cells: readonly HeatCell[];
  fewer: string;
  more: string;
}) {
  const id = useId();
  const [active, setActive] = useState<number | null>(null);
  const most = Math.max(0, ...cells.map(({ value }) => value));
  const [wide, high] = [columns.length, rows.length];
  const shown = active === null ? undefined : cells[active];
  return (
    <div className="pt-2 text-xs text-ink-soft">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div aria-hidden className="grid h-56 items-center" style={{ gridAutoRows: "1fr" }}>
          {rows.map((row) => (
            <span key={row}>{row}</span>
          ))}
        </div>
        <div className="relative h-56">
          <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} className="size-full">
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-desc`}>{description}</desc>
            {cells.map(({ label, value }, index) => (
              <rect
                key={label}
                x={`${((index % wide) / wide) * 100}%`}
                y={`${(Math.floor(index / wide) / high) * 100}%`}
                width={`${(100 / wide) * 0.9}%`}
                height={`${(100 / high) * 0.9}%`}
                rx="2.5"
                fill={value === 0 ? "var(--ink)" : "var(--accent)"}
                fillOpacity={strength(value, most)}
                stroke={active === index ? "var(--ink)" : "none"}
                strokeWidth="2"
              />
            ))}
          </svg>
          <Pointer
            label={title}
            texts={cells.map(({ label, text }) => `${label}: ${text}`)}
            width={wide}
            active={active}
            onChange={setActive}
          />
          {shown && active !== null && (
            <ReadOut
              at={(((active % wide) + 0.5) / wide) * 100}
              label={shown.label}
              text={shown.text}
            />
          )}
        </div>
        <span />
        <div aria-hidden className="relative mt-1 h-4.5">
          {columns.map(
            (column, index) =>
              column && (
                <span
                  key={column}
                  className="absolute"
                  style={{ left: `${(index / wide) * 100}%` }}
                >
                  {column}
                </span>
              ),
          )}
        </div>
      </div>
      <div aria-hidden className="mt-2 flex items-center justify-end gap-1.5">
        {fewer}
        <svg width="86" height="14">
          {strengths.map((opacity, index) => (
            <rect
              key={opacity}
              x={index * 18}
              width="14"
              height="14"
              rx="2.5"
              fill={index === 0 ? "var(--ink)" : "var(--accent)"}
              fillOpacity={opacity}
            />
          ))}
        </svg>
        {more}
      </div>
    </div>
  );
}
