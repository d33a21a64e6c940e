import type { ReactNode } from "react";

/** Names and what stands behind them, one a row. Rows without a value fall out. */
export function Facts({
  rows,
}: {
  rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="divide-y text-sm">
      {rows
        .filter(({ value }) => value != null && value !== "")
        .map(({ name, value }) => (
          <div
            key={name}
            className="flex items-baseline justify-between gap-6 py-2.5 first:pt-0 last:pb-0"
          >
            <dt className="shrink-0 text-ink-soft">{name}</dt>
            <dd className="min-w-0 text-right font-medium break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
