import type { ReactNode } from "react";

import { cn } from "./class-names";

/** A choice of one among few, side by side: radio buttons in one frame. */
export function Segmented<V extends string>({
  legend,
  name,
  options,
  value,
  large = false,
  onChange,
}: {
  legend: string;
  name: string;
  options: readonly { readonly value: V; readonly label: ReactNode }[];
  value: V;
  /** For thumbs in the sun. */
  large?: boolean;
  onChange: (value: V) => void;
}) {
  return (
    <fieldset
      className={cn(
        "flex rounded-md border border-line-strong bg-sunken p-1",
        // Where letters are large, what has no room stands in a line of its own.
        large ? "min-h-14 flex-wrap" : "h-11",
      )}
    >
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "flex items-center justify-center gap-1.5 rounded-sm px-2 text-sm sm:px-3 font-medium text-ink-soft transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent [&_svg]:size-4",
            large
              ? cn("min-h-11 min-w-0 grow", options.length > 3 ? "basis-16" : "basis-22")
              : "flex-1",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
