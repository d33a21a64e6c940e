import type { ReactNode } from "react";

import { cn } from "../ui/class-names";

/**
 * What a screen is for, where the thumb is: above the phone's navigation. On a desktop it stands in the page, or is left
 * out where `phoneOnly`. Toasts keep clear of it (`data-action-bar`).
 */
export function ActionBar({
  phoneOnly = false,
  className,
  children,
}: {
  phoneOnly?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      data-action-bar
      className={cn(
        "fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-[900] flex gap-3 border-t bg-surface px-4 py-3 max-lg:mb-0",
        phoneOnly ? "lg:hidden" : "lg:static lg:border-0 lg:bg-transparent lg:p-0",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** How the bar's buttons look: as high as a thumb in a glove, lower on a desktop. */
export const barButtonClass = "h-14 text-lg lg:h-12 lg:text-base";
