import type { ReactNode } from "react";

import { cn } from "./class-names";

/** Names and what stands behind them, one a row, or two where there is room. Rows without a value fall out. */
export function Facts({
  rows,
  inTwo = false,
}: {
  rows: readonly { readonly name: string; readonly value: ReactNode }[];
  inTwo?: boolean;
}) {
  return (
    <dl
      className={cn(
        "divide-y text-sm",
        inTwo && "lg:grid lg:grid-cols-2 lg:gap-x-12 lg:divide-y-0 lg:*:border-t lg:*:py-2.5!",
      )}
    >
      {rows
        .filter(({ value }) => value != null && value !== "")
        .map(({ name, value }) => (
          <div
            key={name}
            className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5 first:pt-0 last:pb-0"
          >
            <dt className="max-w-full shrink-0 text-ink-soft">{name}</dt>
            <dd className="ml-auto min-w-0 flex-[1_1_6rem] text-right font-medium wrap-anywhere">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
