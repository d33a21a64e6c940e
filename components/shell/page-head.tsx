import type { ReactNode } from "react";

import { cn } from "../ui/class-names";

/** A console page's heading: what it is, what it is for, and its one clear action at the end. */
export function PageHead({
  title,
  lead,
  isTight = false,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  /** On a phone what follows stands close to it. */
  isTight?: boolean;
  children?: ReactNode;
}) {
  return (
    <header
      className={cn(
        "mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3",
        isTight && "max-sm:mb-3",
      )}
    >
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}
