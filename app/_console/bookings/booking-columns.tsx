import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { type BookingActions, BookingButtons } from "@/components/booking/booking-buttons";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { BookingTime } from "@/components/booking/booking-time";
import { TimeLeft } from "@/components/booking/time-left";
import { Money } from "@/components/station/money";
import type { Column } from "@/components/table/data-table";
import { When } from "@/components/ui/when";
import type { BookingView } from "@/lib/charging/bookings/schema";

/** What the table of bookings shows, and what can be done in a row. */
export async function bookingColumns(
  path: string,
  actions: BookingActions,
  now: Date,
): Promise<Column<BookingView>[]> {
  const t = await getTranslations("staffBookings");
  return [
    {
      id: "number",
      title: t("number"),
      isName: true,
      cell: ({ id, number }) => (
        <Link href={`${path}/${id}`} className="link tabular whitespace-nowrap">
          {number}
        </Link>
      ),
    },
    {
      id: "time",
      title: t("time"),
      sort: "startsAt",
      cell: (booking) => (
        <>
          <BookingTime {...booking} split />{" "}
          {booking.can.includes("approve") && <TimeLeft startsAt={booking.startsAt} now={now} />}
        </>
      ),
    },
    { id: "station", title: t("station"), isWide: true, cell: ({ stationName }) => stationName },
    {
      id: "owner",
      title: t("owner"),
      isWide: true,
      cell: ({ ownerName, ownerNic, vehiclePlate }) => (
        <>
          {ownerName ?? t("guest")}
          <span className="tabular block text-ink-soft">
            {ownerName === null ? vehiclePlate : ownerNic}
          </span>
        </>
      ),
    },
    {
      id: "status",
      title: t("status"),
      cell: (booking) => <BookingStatusBadge booking={booking} />,
    },
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
      sort: "createdAt",
      cell: ({ createdAt, timeZone }) => <When at={createdAt} timeZone={timeZone} split />,
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: (booking) => <BookingButtons booking={booking} actions={actions} small />,
    },
  ];
}
