import { type ReactNode, useState } from "react";

import { cn } from "./class-names";

/** Of one choice of a strip or a grid: a box around a radio button that is not seen. */
export const choiceBox =
  "tabular relative flex min-h-11 cursor-pointer items-center justify-center rounded-md border bg-surface text-sm " +
  "hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent " +
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold";

/** A choice of one among many that stand in one line and scroll in it: what is chosen to begin with is in sight. */
export function ChoiceStrip({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  legend: string;
  /** Sent by no form; sets it apart from another strip on the page. */
  name: string;
  options: readonly { readonly value: string; readonly label: ReactNode }[];
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  // Nothing slides under the finger that has just chosen.
  const [first] = useState(value);
  return (
    <div role="radiogroup" aria-label={legend} className="relative flex gap-2 overflow-x-auto pb-1">
      {options.map((option) => (
        <label
          key={option.value}
          ref={option.value === first ? bringInSight : undefined}
          className={cn(choiceBox, "shrink-0 flex-col px-3 py-1 leading-tight whitespace-nowrap")}
        >
          <input
            type="radio"
            form="none"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

/** Scrolls the frame around it, and nothing else, until it stands in its middle. */
export function bringInSight(marked: HTMLElement | null): void {
  const frame = marked?.parentElement;
  if (!marked || !frame) return;
  frame.scrollTop = marked.offsetTop - (frame.clientHeight - marked.offsetHeight) / 2;
  frame.scrollLeft = marked.offsetLeft - (frame.clientWidth - marked.offsetWidth) / 2;
}
