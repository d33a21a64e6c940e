"use client";

import { useId, useState } from "react";

import { Axes, Grid, useTickWords } from "./axes";
import { Pointer, ReadOut } from "./pointer";
import { ticksTo, type ChartPoint, type Unit } from "./scale";

/** One bar a point. */
export function BarChart({
  title,
  description,
  points,
  unit,
  full = 0,
}: {
  title: string;
  description: string;
  points: readonly ChartPoint[];
  unit: Unit;
  /** The least that the value axis reaches to, where a bar is a part of it. */
  full?: number;
}) {
  const id = useId();
  const words = useTickWords(unit);
  const [active, setActive] = useState<number | null>(null);
  const most = Math.max(full, ...points.map(({ value }) => value ?? 0));
  const ticks = ticksTo(most, unit.kind === "count");
  const top = ticks.at(-1) ?? 1;
  const slot = 100 / points.length;
  const shown = active === null ? undefined : points[active];
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
        {points.map(({ key, value }, index) => {
          const height = ((value ?? 0) / top) * 100;
          return (
            <rect
              key={key}
              x={`${index * slot + slot * 0.15}%`}
              width={`${slot * 0.7}%`}
              y={`${100 - height}%`}
              height={`${height}%`}
              rx="2"
              fill="var(--accent)"
              opacity={active === null || active === index ? 1 : 0.45}
            />
          );
        })}
      </svg>
      <Pointer
        label={title}
        texts={points.map(({ label, text }) => `${label}: ${text}`)}
        active={active}
        onChange={setActive}
      />
      {shown && active !== null && (
        <ReadOut at={(active + 0.5) * slot} label={shown.label} text={shown.text} />
      )}
    </Axes>
  );
}
