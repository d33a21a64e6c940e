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
  action,
  className,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  /** Stands in for the chart where it would show nothing. */
  empty?: { readonly icon: LucideIcon; readonly title: string; readonly text: string } | false;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Card aria-labelledby={id} className={className}>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div>
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {text && <p className="text-sm text-ink-soft">{text}</p>}
        </div>
        {action}
      </div>
      {empty ? (
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.text}
        </EmptyState>
      ) : (
        children
      )}
    </Card>
  );
}
