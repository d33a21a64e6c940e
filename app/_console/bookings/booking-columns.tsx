import { getTranslations } from "next-intl/server";

import {
  ApproveRow,
  ApproveTick,
  ApproveTickAll,
  StatusNow,
} from "@/components/approvals/approve-row";
import type { BookingActions } from "@/components/booking/booking-buttons";
import { BookingMenu } from "@/components/booking/booking-menu";
import { BookingNumber } from "@/components/booking/booking-number";
import { BookingTime } from "@/components/booking/booking-time";
import { OwnerName } from "@/components/booking/owner-name";
import { TimeLeft } from "@/components/booking/time-left";
import { Money } from "@/components/station/money";
import type { Column } from "@/components/table/column";
import { zoneName } from "@/components/station/zone-name";
import { When } from "@/components/ui/when";
import type { BookingView } from "@/lib/charging/bookings/schema";
import { dayHref } from "./day-href";

/** What the table of bookings shows, and what can be done in a row. */
export async function bookingColumns({
  path,
  dayPath,
  actions,
  now,
  waiting,
  zone,
  hideStatus,
}: {
  path: string;
  /** Where a station's day is shown, for those who have such a page. */
  dayPath: string | undefined;
  actions: BookingActions;
  now: Date;
  /** Those on this page that can be approved, to choose from; none, and nothing is chosen. */
  waiting: readonly string[];
  /** The zone of all of them, said once at the head; null where each says its own. */
  zone: string | null;
  /** They all have the same. */
  hideStatus: boolean;
}): Promise<Column<BookingView>[]> {
  const t = await getTranslations("staffBookings");
  const tick: Column<BookingView> = {
    id: "choose",
    title: t("choose"),
    isTick: true,
    head: <ApproveTickAll ids={waiting} />,
    cardsHead: waiting.length > 1 && (
      <span className="px-3">
        <ApproveTickAll ids={waiting} isNamed />
      </span>
    ),
    cell: (booking) =>
      booking.can.includes("approve") && <ApproveTick booking={briefOf(booking)} />,
  };
  const status: Column<BookingView> = {
    id: "status",
    title: t("status"),
    cell: ({ id, status, conflict, can }) => <StatusNow booking={{ id, status, conflict, can }} />,
  };
  return [
    ...(waiting.length > 0 ? [tick] : []),
    {
      id: "number",
      title: t("number"),
      isName: true,
      cell: ({ id, number }) => <BookingNumber number={number} href={`${path}/${id}`} />,
    },
    {
      id: "time",
      title: t("time"),
      note: zone ? zoneName(zone) : undefined,
      sort: "startsAt",
      cell: (booking) => (
        <>
          <BookingTime {...booking} split hideZone={zone !== null} />{" "}
          {booking.can.includes("approve") && <TimeLeft startsAt={booking.startsAt} now={now} />}
        </>
      ),
    },
    { id: "station", title: t("station"), isWide: true, cell: ({ stationName }) => stationName },
    {
      id: "owner",
      title: t("owner"),
      isWide: true,
      cell: ({ ownerId, ownerName, ownerNic, vehiclePlate }) => (
        <>
          <OwnerName booking={{ ownerId, ownerName }} path={path} />
          <span className="tabular block text-ink-soft">
            {ownerName === null ? vehiclePlate : ownerNic}
          </span>
        </>
      ),
    },
    // Where all of them wait, saying it in each row says nothing.
    ...(hideStatus ? [] : [status]),
    {
      id: "estimate",
      title: t("estimate"),
      align: "end",
      cell: ({ estimate }) => (
        <span className="whitespace-nowrap">
          <Money of={estimate} />
        </span>
      ),
    },
    {
      id: "created",
      title: t("made"),
      isSpare: !hideStatus,
      sort: "createdAt",
      note: zone ? zoneName(zone) : undefined,
      cell: ({ createdAt, timeZone }) => (
        <When at={createdAt} timeZone={timeZone} split hideZone={zone !== null} />
      ),
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: (booking) => (
        <ApproveRow
          booking={briefOf(booking)}
          more={
            <BookingMenu
              booking={briefOf(booking)}
              actions={actions}
              dayHref={dayPath && dayHref(dayPath, booking)}
              href={`${path}/${booking.id}`}
            />
          }
        />
      ),
    },
  ];
}

/** Of a booking what its buttons need: the rest would go to the browser for nothing. */
const briefOf = ({ id, number, can, asksReason, ownerName, lateCancelFee }: BookingView) => ({
  id,
  number,
  can,
  asksReason,
  ownerName,
  lateCancelFee,
});
