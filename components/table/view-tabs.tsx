import Link from "next/link";

import { cn } from "../ui/class-names";

/** Ways to look at one list, as links side by side; the chosen one is marked, and some say how many there are. */
export function ViewTabs({
  label,
  views,
}: {
  label: string;
  views: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly count?: number;
    readonly isChosen: boolean;
    /** Somebody should look at it. */
    readonly isAlert?: boolean;
  }[];
}) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-1 border-b">
        {views.map(({ id, title, href, count, isChosen, isAlert }) => (
          <li key={id}>
            <Link
              href={href}
              scroll={false}
              aria-current={isChosen ? "page" : undefined}
              className={cn(
                "-mb-px flex min-h-11 items-center gap-2 border-b-2 px-3 text-sm font-medium transition-colors",
                isChosen
                  ? "border-accent text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
              )}
            >
              {title}
              {count !== undefined && (
                <span
                  className={cn(
                    "tabular rounded-full px-2 py-0.5 text-xs font-medium",
                    isAlert && count > 0
                      ? "bg-warning-soft text-warning"
                      : "bg-sunken text-ink-soft",
                  )}
                >
                  {count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
