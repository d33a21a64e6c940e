import { getTranslations } from "next-intl/server";

import { asksAny, type CarNeed } from "@/components/station/car-need";
import { Money } from "@/components/station/money";
import { useNeedWords } from "@/components/station/need-words";
import { Facts } from "@/components/ui/facts";
import type { BookingView } from "@/lib/charging/bookings/schema";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

/** What is known of an owner's booking: where, which car, what it is to cost, and what it came to. */
export async function OwnFacts({
  ctx,
  booking,
  station,
}: {
  ctx: Context;
  booking: BookingView;
  station: StationView;
}) {
  const t = await getTranslations("ownBookings");
  const need = { plug: booking.standard, minPowerKw: booking.minPowerKw };
  const query = ListSessions.parse({ bookingId: booking.id });
  const { items } = await listSessions(ctx, { ...query, page: 1, limit: 1 });
  const [session] = items;
  const receipt = session?.receiptNumber;
  return (
    <Facts
      rows={[
        { name: t("number"), value: <span className="tabular">{booking.number}</span> },
        { name: t("address"), value: <span className="wrap-anywhere">{station.address}</span> },
        { name: t("plate"), value: booking.vehiclePlate },
        ...(asksAny(need) ? [{ name: t("placeFor"), value: <NeedWords need={need} /> }] : []),
        { name: t("estimate"), value: <Money of={booking.estimate} /> },
        ...(booking.lateFee ? [{ name: t("lateFee"), value: <Money of={booking.lateFee} /> }] : []),
        ...(session
          ? [
              { name: t("connector"), value: String(session.connector.number) },
              ...(session.kWh === null
                ? []
                : [{ name: t("energy"), value: t("kwh", { kwh: session.kWh }) }]),
              ...(session.totals
                ? [{ name: t("total"), value: <Money of={session.totals.total} /> }]
                : []),
            ]
          : []),
        ...(receipt
          ? [
              {
                name: t("receipt"),
                value: (
                  <a href={`/api/v1/receipts/${receipt}.html`} className="link">
                    {receipt}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What it asks of its place. */
const NeedWords = ({ need }: { need: CarNeed }) => useNeedWords()(need);
