import { CalendarPlus, Clock3, Repeat } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingTime } from "@/components/booking/booking-time";
import { ActionButton } from "@/components/form/action-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { OwnStatus } from "@/components/owner/booking-rows";
import { CancelBooking } from "@/components/owner/cancel-booking";
import { ChangeLink } from "@/components/owner/change-link";
import { ChargingCard } from "@/components/owner/charging-card";
import { CodeCard } from "@/components/owner/code-card";
import { DirectionsLink } from "@/components/owner/directions-link";
import { PageHead } from "@/components/shell/page-head";
import { ViewerRange } from "@/components/station/viewer-range";
import { zoneName } from "@/components/station/zone-name";
import { textOf } from "@/components/table/table-state";
import { ButtonLink, ExternalButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readBooking, readQr } from "@/lib/charging/bookings";
import { type BookingView, hasArrived, isOpen } from "@/lib/charging/bookings/schema";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { page } from "@/lib/http/page";
import { readMe } from "@/lib/people/accounts";
import { readPublishedSettings } from "@/lib/records/settings";
import { readStation } from "@/lib/sites/stations";
import type { StationView } from "@/lib/sites/stations/schema";

import { inlineQr } from "../../inline-qr";
import { CodeLinks } from "../../code-links";
import { sayLate } from "../actions";
import { OwnFacts } from "./own-facts";
import { OwnPolicy } from "./own-policy";
import { OwnReview } from "./own-review";
import { readCutoff } from "./read-cutoff";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownBookings"))("booking") };
}

export default page({
  area: "owner",
  permission: "booking.read",
  run: async (ctx, { params, searchParams }) => {
    const t = await getTranslations("ownBookings");
    const booking = await readBooking(ctx, { id: params.id ?? "" });
    const [station, me] = await Promise.all([readStation(ctx, booking.stationId), readMe(ctx)]);
    const format = await getFormatter();
    const clock = (at: string) =>
      format.dateTime(new Date(at), "clock", { timeZone: booking.timeZone });
    const isNew = textOf(searchParams, "booked") !== undefined;
    const isChanged = textOf(searchParams, "changed") !== undefined;
    return (
      <ClientMessages of={["ownBookings", "offline", "reviews", "station"]}>
        <LiveRefresh of={["booking.", "session.", "qr."]} />
        <div className="mx-auto max-w-3xl">
          <PageHead
            title={<BookingTime {...booking} />}
            lead={
              <>
                <Link href={`/stations/${booking.stationId}`} className="link wrap-anywhere">
                  {booking.stationName}
                </Link>
                <ViewerRange {...booking} />
              </>
            }
          >
            <OwnStatus status={booking.status} />
          </PageHead>
          <div className="space-y-5">
            {(isNew || isChanged) && isOpen(booking.status) && (
              <output className="block">
                <Notice
                  kind="success"
                  title={isNew ? t("isBooked", { status: booking.status }) : t("isChanged")}
                >
                  {t("next", { status: booking.status })}
                </Notice>
              </output>
            )}
            {textOf(searchParams, "reviewed") !== undefined && (
              <output className="block">
                <Notice kind="success" title={t("reviewed")} />
              </output>
            )}
            {me.status !== "Active" && <Notice kind="warning">{t("deactivated")}</Notice>}
            {booking.lateUntil && isOpen(booking.status) && (
              <Notice kind="success">{t("isLate", { time: clock(booking.lateUntil) })}</Notice>
            )}
            <Charging ctx={ctx} booking={booking} />
            <Code ctx={ctx} booking={booking} isActive={me.status === "Active"} />
            <OwnReview
              ctx={ctx}
              booking={booking}
              isActive={me.status === "Active"}
              isEditing={textOf(searchParams, "edit") !== undefined}
            />
            <Deeds ctx={ctx} booking={booking} station={station} />
            <OwnPolicy {...{ ctx, booking, station }} isActive={me.status === "Active"} />
            <Card aria-labelledby="facts">
              <CardHeader id="facts" title={t("facts")} />
              <OwnFacts ctx={ctx} booking={booking} station={station} />
            </Card>
          </div>
        </div>
      </ClientMessages>
    );
  },
});

/** The code, from the approval on; of a deactivated owner it is hidden. */
async function Code({
  ctx,
  booking: { id, number, status, timeZone },
  isActive,
}: {
  ctx: Context;
  booking: BookingView;
  isActive: boolean;
}) {
  if (!isActive || (status !== "Approved" && status !== "InProgress")) return null;
  const [qr, picture] = [await readQr(ctx, { id }), await inlineQr(ctx, id)];
  return (
    <div className="space-y-3">
      <CodeCard {...{ picture, qr, timeZone, isUsed: hasArrived(status) }} />
      {!hasArrived(status) && <CodeLinks ctx={ctx} booking={{ id, number }} />}
    </div>
  );
}

/** The car, while it charges. */
async function Charging({ ctx, booking }: { ctx: Context; booking: BookingView }) {
  if (booking.status !== "InProgress") return null;
  const query = ListSessions.parse({ bookingId: booking.id, status: "Active" });
  const { items } = await listSessions(ctx, { ...query, page: 1, limit: 1 });
  return items.map((session) => (
    <ChargingCard key={session.id} session={session} now={ctx.clock.now()} leads={false} />
  ));
}

/** What can be done with it, the nearest first. */
async function Deeds({
  ctx,
  booking,
  station,
}: {
  ctx: Context;
  booking: BookingView;
  station: StationView;
}) {
  const t = await getTranslations("ownBookings");
  const format = await getFormatter();
  const { id, can, number } = booking;
  const isAhead = isOpen(booking.status);
  const until = await readCutoff(ctx, booking, station);
  const { lateMinutes } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const keptUntil = format.dateTime(
    new Date(Date.parse(booking.startsAt) + lateMinutes * minuteMs),
    "clock",
    { timeZone: booking.timeZone },
  );
  return (
    <div className="flex flex-wrap gap-2">
      {can.includes("late") && (
        <ActionButton
          action={sayLate}
          input={{ id }}
          label={t("late")}
          icon={<Clock3 aria-hidden />}
          done={t("lateDone")}
          ask={{
            title: t("lateTitle"),
            text: t("lateText", { time: keptUntil }),
            confirm: t("lateConfirm"),
          }}
        />
      )}
      {isAhead && <DirectionsLink {...station.location} name={station.name} />}
      {isAhead && (
        <ExternalButtonLink look="secondary" href={`/api/v1/bookings/${id}/calendar.ics`}>
          <CalendarPlus aria-hidden />
          {t("calendar")}
        </ExternalButtonLink>
      )}
      {can.includes("modify") && <ChangeLink href={`/owner/bookings/${id}/change`} />}
      {can.includes("cancel") && (
        <CancelBooking
          booking={{ id, number, stationId: booking.stationId }}
          until={until.toISOString()}
          time={`${format.dateTime(until, "instant", { timeZone: booking.timeZone })} ${zoneName(booking.timeZone)}`}
        />
      )}
      {!isAhead && (
        <ButtonLink look="secondary" href={`/stations/${booking.stationId}`}>
          <Repeat aria-hidden />
          {t("again")}
        </ButtonLink>
      )}
    </div>
  );
}
