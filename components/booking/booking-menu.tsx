"use client";

import { CalendarDays, MoveRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { menuEntryClass } from "../ui/popover-menu";
import { RowMenu } from "../ui/row-menu";
import { type BookingActions, Refusal } from "./booking-buttons";
import { offersCancel } from "./offers-cancel";

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
    <RowMenu id={`more-${id}`} row={number}>
      {isMovable && <OpenToMove href={href} />}
      <Refusal booking={booking} actions={actions} asEntry />
      {dayHref && (
        <Link href={dayHref} className={menuEntryClass}>
          <CalendarDays aria-hidden />
          {t("itsDay")}
        </Link>
      )}
    </RowMenu>
  );
}

/** Leads to a booking's own page to move it, whose free times a list does not hold. */
function OpenToMove({ href }: { href: string }) {
  const t = useTranslations("staffBookings");
  return (
    <Link href={href} className={menuEntryClass}>
      <MoveRight aria-hidden />
      {t("openToMove")}
    </Link>
  );
}

/**
 * Cancelling in a row of a day, behind its menu: it is done seldom and cannot be taken back, so it stands in no thumb's
 * way. What waits for a decision has its two words in the row instead (`BookingButtons`).
 */
export function CancelMenu({
  booking,
  actions,
  href,
}: {
  booking: Parameters<typeof Refusal>[0]["booking"];
  actions: BookingActions;
  /** Its own page, where it can be moved, unless its row moves it. */
  href?: string | undefined;
}) {
  const { id, number, can } = booking;
  const isMovable = href !== undefined && can.includes("move");
  const isCancelable = offersCancel(can);
  if (!isMovable && !isCancelable) return null;
  return (
    <RowMenu id={`more-${id}`} row={number}>
      {isMovable && <OpenToMove href={href} />}
      {isCancelable && <Refusal booking={booking} actions={actions} asEntry />}
    </RowMenu>
  );
}
