import { useFormatter } from "next-intl";

import { cn } from "../ui/class-names";

/** The lists of the page with how many stand in each, to jump to: on a phone the last is a long way down. */
export function ListLinks({
  label,
  lists,
}: {
  label: string;
  lists: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}) {
  const format = useFormatter();
  return (
    <nav aria-label={label} className="grid grid-cols-4 gap-2 lg:hidden">
      {lists.map(({ id, name, count }) => (
        <a
          key={id}
          href={`#${id}`}
          className="flex min-h-14 flex-col items-center justify-center rounded-md border bg-surface px-1 text-xs text-ink-soft hover:border-line-strong"
        >
          <span className={cn("tabular text-lg leading-6 font-semibold", count > 0 && "text-ink")}>
            {format.number(count)}
          </span>
          <span className="max-w-full truncate">{name}</span>
        </a>
      ))}
    </nav>
  );
}
