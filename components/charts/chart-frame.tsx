import type { ReactNode } from "react";

/** A drawing with the same numbers as a table below it, for whoever would rather read them. */
export function ChartFrame({
  summary,
  head,
  rows,
  tableLabel,
  children,
}: {
  /** What the table's button says. */
  tableLabel: string;
  /** What the table lists, for screen readers. */
  summary: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  children: ReactNode;
}) {
  return (
    <figure className="m-0">
      {children}
      <details className="mt-3 text-sm">
        <summary className="inline-flex h-8 cursor-pointer items-center rounded-sm text-ink-soft hover:text-ink">
          {tableLabel}
        </summary>
        {/* It scrolls, so the keyboard must reach it; however wide its table, the card around it is not. */}
        <section
          aria-label={summary}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="mt-1 max-h-64 overflow-auto contain-inline-size rounded-md border"
        >
          <table className="tabular w-full">
            <caption className="sr-only">{summary}</caption>
            <thead>
              <tr className="border-b text-left text-ink-soft">
                {head.map((title, index) => (
                  <th
                    key={title}
                    scope="col"
                    className={`px-3 py-2 font-medium ${index > 0 ? "text-right" : ""}`}
                  >
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                    {name}
                  </th>
                  {values.map((value, index) => (
                    <td key={head[index + 1]} className="px-3 py-1.5 text-right">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
