"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { cn } from "./class-names";
import type { DialogProps } from "./dialog-props";

const forms = {
  /** In the middle of the window. */
  dialog:
    "fixed top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 " +
    "-translate-y-1/2 rounded-lg data-ending-style:scale-[0.98] data-starting-style:scale-[0.98] " +
    "data-ending-style:opacity-0 data-starting-style:opacity-0",
  /** From below on a phone, from the side where there is room. */
  sheet:
    "fixed inset-x-0 bottom-0 max-h-[92dvh] rounded-t-lg data-ending-style:translate-y-full " +
    "data-starting-style:translate-y-full sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-[26rem] " +
    "sm:rounded-none sm:data-ending-style:translate-x-full sm:data-ending-style:translate-y-0 " +
    "sm:data-starting-style:translate-x-full sm:data-starting-style:translate-y-0",
} as const;

/** What `Dialog` shows once it has been opened; in a file of its own, because it comes with the first opening. */
export function DialogWindow({
  title,
  description,
  form = "dialog",
  open,
  onOpenChange,
  children,
}: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-[1100] bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "z-[1101] flex flex-col overflow-hidden border bg-surface shadow-lg transition-all duration-200",
            forms[form],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-5 pb-3">
            <div className="min-w-0 space-y-1 wrap-anywhere">
              <Base.Title className="text-xl font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="text-sm text-ink-soft">{description}</Base.Description>
              )}
            </div>
            <Base.Close
              aria-label={t("close")}
              className="-mt-1.5 -mr-2 grid size-11 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
