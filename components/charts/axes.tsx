import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

import { spread, type ChartPoint, type Unit } from "./scale";

/** Words for a mark of the value axis. */
export function useTickWords(unit: Unit): (value: number) => string {
  const format = useFormatter();
  return (value) => {
    if (unit.kind === "percent")
      return format.number(value, { style: "percent", maximumFractionDigits: 1 });
    if (unit.kind === "count") return format.number(value);
    const { currency } = unit;
    const digits = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {};
    return format.number(value, { style: "currency", currency, ...digits });
  };
}

/** A plot between its axes: values at its left, times below; the drawing fills what is left. */
export function Axes({
  ticks,
  words,
  points,
  children,
}: {
  ticks: readonly number[];
  words: (value: number) => string;
  points: readonly ChartPoint[];
  children: ReactNode;
}) {
  const top = ticks.at(-1) ?? 1;
  const labels = ticks.map((value) => ({ value, word: words(value) }));
  const widest = labels.reduce((most, { word }) => (word.length > most.length ? word : most), "");
  const marks = spread(points.length, 5);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-2 text-xs text-ink-soft">
      <div aria-hidden className="tabular relative h-56">
        <span className="invisible">{widest}</span>
        {labels.map(({ value, word }) => (
          <span
            key={value}
            className="absolute right-0 -translate-y-1/2"
            style={{ top: `${100 - (value / top) * 100}%` }}
          >
            {word}
          </span>
        ))}
      </div>
      <div className="relative h-56">{children}</div>
      <span />
      <div aria-hidden className="relative mt-1.5 h-4.5">
        {marks.map((index) => {
          const at = ((index + 0.5) / points.length) * 100;
          return (
            <span
              key={index}
              className="absolute whitespace-nowrap"
              style={{ left: `${at}%`, transform: `translateX(-${at}%)` }}
            >
              {points[index]?.short}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** Lines at the marks of the value axis. */
export function Grid({ ticks }: { ticks: readonly number[] }) {
  const top = ticks.at(-1) ?? 1;
  return ticks.map((value) => {
    const y = `${100 - (value / top) * 100}%`;
    return (
      <line
        key={value}
        x1="0"
        x2="100%"
        y1={y}
        y2={y}
        stroke={value === 0 ? "var(--line-strong)" : "var(--line)"}
      />
    );
  });
}
