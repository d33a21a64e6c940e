import type { ReactNode } from "react";

import { cn } from "./class-names";

const places = {
  corner: "inset-auto top-14 right-4 lg:right-8",
  /** Above the phone's lower bar. */
  bar: "inset-auto right-2 bottom-18 max-h-[calc(100dvh-6rem)] overflow-y-auto",
  // Where a browser cannot place it by its button, it stands in the window's lower corner.
  above:
    "inset-auto bottom-20 left-4 supports-[position-area:top]:inset-auto " +
    "supports-[position-area:top]:[position-area:top_span-right] supports-[position-area:top]:mb-2",
  // Of a button at the end of its line: it grows towards the line's beginning.
  end:
    "inset-auto bottom-20 right-4 supports-[position-area:bottom]:inset-auto " +
    "supports-[position-area:bottom]:[position-area:bottom_span-left] supports-[position-area:bottom]:mt-1 " +
    // Where the line begins at the window's edge, not flush with it.
    "supports-[position-area:bottom]:ml-2 " +
    "supports-[position-area:bottom]:[position-try-fallbacks:flip-block]",
  below:
    "inset-auto bottom-20 left-4 supports-[position-area:bottom]:inset-auto " +
    "supports-[position-area:bottom]:[position-area:bottom_span-right] supports-[position-area:bottom]:mt-1",
} as const;

/**
 * A button that unfolds a panel of links and actions below it. The platform's own popover: it opens before
 * any script has come, closes on Escape or a click elsewhere, and keeps the order of the keyboard.
 */
export function PopoverMenu({
  id,
  label,
  trigger,
  triggerClass,
  place = "corner",
  children,
}: {
  /** Unique on the page. */
  id: string;
  /** The button's name for screen readers. */
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  /** Below the window's upper corner, or above or below the button. */
  place?: keyof typeof places;
  children: ReactNode;
}) {
  return (
    <>
      <button type="button" popoverTarget={id} className={triggerClass}>
        <span aria-hidden>{trigger}</span>
        <span className="sr-only">{label}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className={cn(
          "fixed m-0 max-w-[calc(100vw-2rem)] min-w-[min(15rem,calc(100vw-2rem))] rounded-md border bg-surface p-1.5 text-ink shadow-lg",
          "opacity-0 transition-[opacity,display,overlay] transition-discrete duration-100 open:opacity-100 starting:open:opacity-0",
          places[place],
        )}
      >
        {children}
      </div>
    </>
  );
}

/** How an entry of the panel looks, be it a link or a button. */
export const menuEntryClass =
  "flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left text-sm hover:bg-sunken " +
  "[&_svg]:size-[1.125rem] [&_svg]:text-ink-soft";

export function MenuSeparator() {
  return <hr className="mx-1.5 my-1.5" />;
}
