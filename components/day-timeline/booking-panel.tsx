"use client";

import { MoveRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { BookingNumber } from "../booking/booking-number";
import { OwnerName } from "../booking/owner-name";
import { useAskedWords } from "../booking/booked-for";
import { type BookingActions, BookingButtons } from "../booking/booking-buttons";
import { BookingStatusBadge } from "../booking/booking-status-badge";
import { BookingTime } from "../booking/booking-time";
import { MoveButton } from "../booking/move-button";
import { buttonClass } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Dialog, DialogBody } from "../ui/dialog";
import type { DayBooking } from "./day-lanes";
import type { MoveTimes } from "./use-move-times";

/** A booking of the day, opened: how it stands and what can be done. */
export function BookingPanel({
  opened,
  isMixed,
  times,
  path,
  actions,
  onClose,
}: {
  opened: { readonly booking: DayBooking; readonly start?: string } | null;
  isMixed: boolean;
  /** Where it could go; null where it cannot be moved. */
  times: MoveTimes | null;
  /** Where bookings have their pages. */
  path: string;
  actions: BookingActions;
  onClose: () => void;
}) {
  const t = useTranslations("day");
  const staff = useTranslations("staffBookings");
  const words = useAskedWords();
  if (!opened) return null;
  const { booking, start } = opened;
  const asked = words(booking);
  return (
    <Dialog
      title={<BookingNumber number={booking.number} />}
      description={<OwnerName booking={booking} path={path} />}
      form="sheet"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <DialogBody>
        <div className="space-y-4">
          <p>
            <BookingTime {...booking} />
          </p>
          <p className="flex flex-wrap gap-2">
            <BookingStatusBadge booking={booking} />
            {booking.connector !== null && (
              <span className="text-sm text-ink-soft">
                {t("onConnector", { number: booking.connector })}
              </span>
            )}
          </p>
          {isMixed && asked !== null && (
            <p className="text-sm text-ink-soft">{staff("needs", { need: asked })}</p>
          )}
          <div className="flex flex-wrap gap-2">
            {times === "Unread" ? (
              <ButtonLink href={`${path}/${booking.id}`} size="sm">
                <MoveRight aria-hidden />
                {staff("move")}
              </ButtonLink>
            ) : (
              times && (
                <MoveButton
                  booking={booking}
                  starts={times}
                  timeZone={booking.timeZone}
                  action={actions.move}
                  initial={start}
                />
              )
            )}
            <BookingButtons booking={booking} actions={actions} />
            <Link
              href={`${path}/${booking.id}`}
              className={buttonClass({ look: "quiet", size: "sm" })}
            >
              {t("open")}
            </Link>
          </div>
        </div>
      </DialogBody>
    </Dialog>
  );
}
