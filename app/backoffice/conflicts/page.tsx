import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingButtons } from "@/components/booking/booking-buttons";
import { BookingNumber } from "@/components/booking/booking-number";
import { BookingTime } from "@/components/booking/booking-time";
import { MoveButton } from "@/components/booking/move-button";
import { OwnerName } from "@/components/booking/owner-name";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Pager } from "@/components/table/pager";
import { readTable, textOf } from "@/components/table/table-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
  type BookingPlace,
  listBookings,
  readBookingPlaces,
  readMoveTimes,
} from "@/lib/charging/bookings";
import { type BookingView, ListBookings, type MoveTime } from "@/lib/charging/bookings/schema";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";

import { AskedAndHeld, ConflictWords } from "@/app/_console/bookings/asked-and-held";
import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conflicts"))("title") };
}

export default page({
  area: "backoffice",
  permission: "conflict.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("conflicts");
    const state = readTable("/backoffice/conflicts", searchParams, { sorts: [], sort: "startsAt" });
    const station = textOf(searchParams, "station");
    const { items, total } = await listBookings(ctx, {
      ...ListBookings.parse({
        conflict: "true",
        view: "upcoming",
        sort: "startsAt",
        stationId: station && isUuid(station) ? station : undefined,
      }),
      page: state.page,
      limit: 10,
    });
    const times = await readMoveTimes(
      ctx,
      items.map(({ id }) => id),
    );
    const places = await readBookingPlaces(
      ctx,
      items.map(({ id }) => id),
    );
    return (
      <ClientMessages of={["table", "staffBookings", "places"]}>
        <LiveRefresh of={["booking.", "schedule.", "station."]} />
        <PageHead title={t("title")} lead={t("lead")} />
        {items.length === 0 ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState icon={CalendarCheck} title={t("none")}>
              {t("noneText")}
            </EmptyState>
          </div>
        ) : (
          <ul className="space-y-4">
            {items.map((booking) => (
              <li key={booking.id}>
                <Conflict
                  booking={booking}
                  times={times.get(booking.id) ?? []}
                  place={places.get(booking.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {total > 10 && (
          <div className="mt-4 flex">
            <Pager state={{ ...state, limit: 10 }} total={total} />
          </div>
        )}
      </ClientMessages>
    );
  },
});

const path = "/backoffice/bookings";

function Conflict({
  booking,
  times,
  place,
}: {
  booking: BookingView;
  times: readonly MoveTime[];
  place: BookingPlace | undefined;
}) {
  const { id, number, stationId, stationName, conflict } = booking;
  return (
    <Card as="article" aria-labelledby={id}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 space-y-1">
          <h2 id={id} className="font-semibold">
            <BookingTime {...booking} />
          </h2>
          <p className="text-sm">
            <Link href={`/backoffice/stations/${stationId}`} className="link">
              {stationName}
            </Link>{" "}
            · <OwnerName booking={booking} path={path} /> ·{" "}
            <BookingNumber number={number} href={`${path}/${id}`} />
          </p>
          <p className="text-sm">
            <AskedAndHeld booking={booking} place={place} />
          </p>
          {conflict && (
            <p className="text-sm text-ink-soft">
              <ConflictWords conflict={conflict} place={place} />
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {booking.can.includes("move") && (
            <MoveButton
              booking={booking}
              starts={times}
              timeZone={booking.timeZone}
              action={move}
            />
          )}
          <BookingButtons booking={booking} actions={{ approve, reject, cancel, move }} />
        </div>
      </div>
    </Card>
  );
}
