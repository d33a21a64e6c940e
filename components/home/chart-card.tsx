import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";

/** A card with a chart, or with why there is none. */
export function ChartCard({
  id,
  title,
  text,
  empty,
  className,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  /** Stands in for the chart where it would show nothing; a text alone where several cards may have nothing. */
  empty?:
    | string
    | {
        readonly icon: LucideIcon;
        readonly title: string;
        readonly text: string;
        readonly action?: ReactNode;
      }
    | false;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Card aria-labelledby={id} className={className}>
      <header className="mb-5">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {text && <p className="text-sm text-ink-soft">{text}</p>}
      </header>
      {typeof empty === "string" ? (
        <p className="text-ink-soft">{empty}</p>
      ) : empty ? (
        <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        children
      )}
    </Card>
  );
}
