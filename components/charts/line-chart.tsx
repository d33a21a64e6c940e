"use client";

import { useId, useState } from "react";

import { Axes, Grid, useTickWords } from "./axes";
import { Pointer, ReadOut } from "./pointer";
import { ticksTo, type ChartPoint, type Unit } from "./scale";

/** A line through the points; it breaks where there is no value. */
export function LineChart({
  title,
  description,
  points,
  unit,
}: {
  title: string;
  description: string;
  points: readonly ChartPoint[];
  unit: Unit;
}) {
  const id = useId();
  const words = useTickWords(unit);
  const [active, setActive] = useState<number | null>(null);
  const ticks = ticksTo(Math.max(0, ...points.map(({ value }) => value ?? 0)));
  const top = ticks.at(-1) ?? 1;
  const x = (index: number) => ((index + 0.5) / points.length) * 100;
  const y = (value: number) => 100 - (value / top) * 100;
  const shown = active === null ? undefined : points[active];
  const path = points
    .map(({ value }, index) => {
      if (value === null) return "";
      const begins = index === 0 || points[index - 1]?.value == null;
      return `${begins ? "M" : "L"}${x(index)} ${y(value)}`;
    })
    .join("");
  return (
    <Axes ticks={ticks} words={words} points={points}>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="size-full overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <Grid ticks={ticks} />
        {active !== null && (
          <line
            x1={`${x(active)}%`}
            x2={`${x(active)}%`}
            y1="0"
            y2="100%"
            stroke="var(--line-strong)"
          />
        )}
        <svg
          width="100%"
          height="100%"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="overflow-visible"
        >
          <path
            d={path}
            fill="none"
            stroke="var(--accent)"
            strokeWidth="2.5"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {points.map(
          ({ key, value }, index) =>
            value !== null && (
              <circle
                key={key}
                cx={`${x(index)}%`}
                cy={`${y(value)}%`}
                r={active === index ? 5.5 : 3.5}
                fill="var(--accent)"
                stroke="var(--surface)"
                strokeWidth="2"
              />
            ),
        )}
      </svg>
      <Pointer
        label={title}
        texts={points.map(({ label, text }) => `${label}: ${text}`)}
        active={active}
        onChange={setActive}
      />
      {shown && active !== null && <ReadOut at={x(active)} label={shown.label} text={shown.text} />}
    </Axes>
  );
}
