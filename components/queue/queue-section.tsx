import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

/** One of the four lists: its name, how many there are, and its rows, or what an empty one leads on to. */
export function QueueSection({
  id,
  icon,
  title,
  count,
  empty,
  children,
}: {
  id: string;
  icon: ReactNode;
  title: string;
  count: number;
  empty: ReactNode;
  children: ReactNode;
}) {
  const format = useFormatter();
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      className="scroll-mt-20 overflow-hidden rounded-lg border bg-surface shadow-sm"
    >
      <h2
        id={`${id}-name`}
        className="flex items-center gap-2 border-b bg-sunken px-4 py-2.5 font-semibold"
      >
        {icon}
        {title}
        <span className="tabular ml-auto text-sm font-medium text-ink-soft">
          {format.number(count)}
        </span>
      </h2>
      {count === 0 ? (
        <div className="px-4 py-3 text-sm text-ink-soft">{empty}</div>
      ) : (
        <ul className="divide-y">{children}</ul>
      )}
    </section>
  );
}
