import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { cn } from "../ui/class-names";

/** A number that matters, and where it leads. */
export interface FigureLink {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly href: string;
  /** Somebody should look at it. */
  readonly alert?: boolean;
}

/** Figures side by side, each a link to what it counts. */
export function FigureLinks({ label, figures }: { label: string; figures: readonly FigureLink[] }) {
  return (
    <ul
      aria-label={label}
      className={cn(
        "grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3 sm:grid-cols-3 sm:gap-4",
        figures.length === 5 ? "lg:grid-cols-5" : "lg:grid-cols-4",
        figures.length % 4 === 3 && "lg:*:last:col-span-2",
      )}
    >
      {figures.map(({ icon: Icon, label: name, value, note, href, alert }) => (
        <li key={name} className="flex max-sm:odd:last:col-span-full">
          <Link
            href={href}
            className="flex w-full flex-col rounded-lg border bg-surface p-[min(1rem,4.2vw)] shadow-sm transition-colors hover:border-line-strong"
          >
            <span className="flex items-start gap-2 text-sm text-ink-soft">
              <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", alert && "text-warning")} />
              {name}
            </span>
            <span className={cn("tabular mt-1.5 text-2xl font-semibold", alert && "text-warning")}>
              {value}
            </span>
            {note && <span className="mt-1 text-sm text-ink-soft">{note}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
