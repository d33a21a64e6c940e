"use client";

import { CalendarDays, Ellipsis, MoveRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { menuEntryClass, PopoverMenu } from "../ui/popover-menu";
import { type BookingActions, Refusal } from "./booking-buttons";

/** What else can be done with a booking of a list, in words behind one button. */
export function BookingMenu({
  booking,
  actions,
  href,
  dayHref,
}: {
  booking: Parameters<typeof Refusal>[0]["booking"];
  actions: BookingActions;
  /** Its own page, where it can be moved. */
  href: string;
  /** Where its station's day is shown, where the reader has such a page. */
  dayHref?: string;
}) {
  const t = useTranslations("staffBookings");
  const { id, number, can } = booking;
  const isMovable = can.includes("move");
  if (!dayHref && !isMovable && !can.includes("reject") && !can.includes("cancel")) return null;
  return (
    <PopoverMenu
      id={`more-${id}`}
      label={t("moreOf", { number })}
      trigger={<Ellipsis />}
      triggerClass={cn(buttonClass({ look: "quiet", size: "icon-sm" }), "max-lg:size-11")}
      place="end"
    >
      {/* A dialog that a line opens gives the focus back to who had it: to the button, once the menu is folded. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- what is pressed are the lines within */}
      <div onClickCapture={({ currentTarget }) => fold(currentTarget)}>
        {isMovable && (
          <Link href={href} className={menuEntryClass}>
            <MoveRight aria-hidden />
            {t("openToMove")}
          </Link>
        )}
        <Refusal booking={booking} actions={actions} asEntry />
        {dayHref && (
          <Link href={dayHref} className={menuEntryClass}>
            <CalendarDays aria-hidden />
            {t("itsDay")}
          </Link>
        )}
      </div>
    </PopoverMenu>
  );
}

const fold = (within: Element) => within.closest<HTMLElement>("[popover]")?.hidePopover();
