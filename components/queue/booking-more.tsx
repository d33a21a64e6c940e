import { useTranslations } from "next-intl";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { BookingNumber } from "../booking/booking-number";
import { type BookingActions, BookingButtons } from "../booking/booking-buttons";
import { BookingTime } from "../booking/booking-time";
import type { FreeStart } from "../booking/free-starts";
import { MoveButton } from "../booking/move-button";
import { Money } from "../station/money";
import { Facts } from "../ui/facts";

/** What stands behind a booking of the queue, and what else can be done with it. */
export function BookingMore({
  booking,
  actions,
  starts,
  isAway,
  without,
}: {
  booking: Omit<BookingView, "qr" | "history">;
  actions: BookingActions;
  /** Where it could be moved to, where that was asked. */
  starts?: readonly FreeStart[];
  /** Whether there is no network, which all that is done here needs. */
  isAway: boolean;
  /** What its row does already. */
  without?: "approve";
}) {
  const t = useTranslations("queue.more");
  const can = booking.can.filter((action) => action !== without);
  return (
    <>
      <Facts
        rows={[
          { name: t("when"), value: <BookingTime {...booking} /> },
          { name: t("number"), value: <BookingNumber number={booking.number} /> },
          { name: t("station"), value: booking.stationName },
          { name: t("plate"), value: booking.vehiclePlate },
          { name: t("nic"), value: booking.ownerNic },
          { name: t("estimate"), value: <Money of={booking.estimate} /> },
        ]}
      />
      {isAway ? (
        <p className="text-sm text-ink-soft">{t("needsNetwork")}</p>
      ) : (
        <div className="flex flex-wrap gap-2 empty:hidden">
          {starts && can.includes("move") && (
            <MoveButton
              booking={booking}
              starts={starts}
              timeZone={booking.timeZone}
              action={actions.move}
              size="md"
            />
          )}
          <BookingButtons booking={{ ...booking, can }} actions={actions} size="md" />
        </div>
      )}
    </>
  );
}
