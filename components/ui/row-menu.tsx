"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { buttonClass } from "./button";
import { cn } from "./class-names";
import { PopoverMenu } from "./popover-menu";

/**
 * What else can be done with a row, in words behind one button: beside the deed that is wanted most, which is a word
 * (screens.md, S9). Two icons side by side say nothing of what they do.
 */
export function RowMenu({
  id,
  row,
  children,
}: {
  /** Unique on the page. */
  id: string;
  /** The row, as its reader knows it. */
  row: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <PopoverMenu
      id={id}
      label={t("moreOf", { name: row })}
      trigger={<Ellipsis />}
      triggerClass={cn(buttonClass({ look: "quiet", size: "icon-sm" }), "max-lg:size-11")}
      place="end"
    >
      {/* A dialog that a line opens gives the focus back to who had it: to the button, once the menu is folded. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- what is pressed are the lines within */}
      <div onClickCapture={({ currentTarget }) => fold(currentTarget)}>{children}</div>
    </PopoverMenu>
  );
}

const fold = (within: Element) => within.closest<HTMLElement>("[popover]")?.hidePopover();
