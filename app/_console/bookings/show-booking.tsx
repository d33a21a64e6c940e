import { CalendarDays } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { ContactRows } from "@/app/_console/owners/contact-rows";

import { BookingNumber } from "@/components/booking/booking-number";
import { AuditTrail } from "@/components/audit/audit-trail";
import { BookingButtons } from "@/components/booking/booking-buttons";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { BookingTime } from "@/components/booking/booking-time";
import { MoveButton } from "@/components/booking/move-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Money } from "@/components/station/money";
import { PriceWords } from "@/components/station/price";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import {
  type BookingPlace,
  readBooking,
  readBookingPlaces,
  readMoveTimes,
} from "@/lib/charging/bookings";
import type { BookingView } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { PricingView } from "@/lib/money/tariffs/schema";
import { isAppError } from "@/lib/core/errors";
import { readOwner } from "@/lib/people/accounts";
import type { OwnerView } from "@/lib/people/accounts/schema";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";

import { AskedPlace, ConflictWords, HeldPlaceWords, isTold } from "./asked-and-held";
import { dayHref } from "./day-href";
import { approve, cancel, move, reject } from "./actions";

/** One booking for staff: when, who, what it costs, what happened, and what can be done. */
export async function showBooking(ctx: Context, area: Area, id: string) {
  const t = await getTranslations("staffBookings");
  const booking = await readBooking(ctx, { id });
  const home = `/${area}`;
  const place = (await readBookingPlaces(ctx, [id])).get(id);
  const { data: agreed } = PricingView.safeParse(booking.tariff);
  return (
    <ClientMessages of={["staffBookings", "places"]}>
      <LiveRefresh of={["booking.", "session."]} />
      <Breadcrumbs trail={[{ title: t("title"), href: `${home}/bookings` }]} />
      <PageHead
        title={<BookingNumber number={booking.number} />}
        lead={<BookingTime {...booking} />}
      >
        <BookingStatusBadge booking={booking} />
        {booking.can.includes("move") && (
          <MoveButton
            booking={booking}
            starts={(await readMoveTimes(ctx, [id])).get(id) ?? []}
            timeZone={booking.timeZone}
            action={move}
          />
        )}
        <BookingButtons booking={booking} actions={{ approve, reject, cancel, move }} />
      </PageHead>
      {booking.conflict && (
        <div className="mb-6">
          <Notice kind="warning">
            <ConflictWords conflict={booking.conflict} place={place} />
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card aria-labelledby="facts">
            <CardHeader id="facts" title={t("facts")}>
              {area === "backoffice" && (
                <ButtonLink href={dayHref("/backoffice/day", booking)} look="secondary" size="sm">
                  <CalendarDays aria-hidden />
                  {t("itsDay")}
                </ButtonLink>
              )}
            </CardHeader>
            <BookingFacts {...{ ctx, area, booking, place }} />
          </Card>
          {agreed && (
            <Card aria-labelledby="agreed">
              <CardHeader id="agreed" title={t("agreed")} />
              <PriceWords pricing={agreed} />
            </Card>
          )}
        </div>
        <div className="space-y-6">
          {booking.ownerId !== null && (
            <DriverCard ctx={ctx} area={area} ownerId={booking.ownerId} />
          )}
          <Card aria-labelledby="history">
            <CardHeader id="history" title={t("history")}>
              <ButtonLink href={`${home}/audits?entityId=${id}`} look="secondary" size="sm">
                {t("inAudits")}
              </ButtonLink>
            </CardHeader>
            <AuditTrail
              entries={(booking.history ?? []).toReversed().map(({ by, role, ...entry }) => ({
                ...entry,
                entity: "Booking",
                actor: { role, name: by },
              }))}
              timeZone={booking.timeZone}
            />
          </Card>
        </div>
      </div>
    </ClientMessages>
  );
}

/** Who booked, how they are reached, and the way to all that is theirs; nothing of somebody who is gone. */
async function DriverCard({ ctx, area, ownerId }: { ctx: Context; area: Area; ownerId: string }) {
  const t = await getTranslations("staffBookings");
  const owner = await findOwner(ctx, ownerId);
  if (!owner) return null;
  return (
    <Card aria-labelledby="driver">
      <CardHeader id="driver" title={owner.name}>
        <ButtonLink href={`/${area}/owners/${ownerId}`} look="secondary" size="sm">
          {t("ownersPage")}
        </ButtonLink>
      </CardHeader>
      <ContactRows owner={owner} />
    </Card>
  );
}

async function findOwner(ctx: Context, id: string): Promise<OwnerView | null> {
  try {
    return await readOwner(ctx, { nic: id });
  } catch (error) {
    if (isAppError(error) && error.code === "owner.not_found") return null;
    throw error;
  }
}

async function BookingFacts({
  ctx,
  area,
  booking,
  place,
}: {
  ctx: Context;
  area: Area;
  booking: BookingView;
  place: BookingPlace | undefined;
}) {
  const t = await getTranslations("staffBookings");
  const { items } = await listSessions(ctx, {
    ...ListSessions.parse({ bookingId: booking.id }),
    page: 1,
    limit: 1,
  });
  const [session] = items;
  const receipt = session?.receiptNumber;
  return (
    <Facts
      rows={[
        {
          name: t("station"),
          value: (
            <Link href={`/${area}/stations/${booking.stationId}`} className="link">
              {booking.stationName}
            </Link>
          ),
        },
        ...(booking.origin === "WalkUp" ? [{ name: t("origin"), value: t("walkUp") }] : []),
        ...(booking.ownerName === null ? [{ name: t("owner"), value: t("guest") }] : []),
        { name: t("plate"), value: booking.vehiclePlate ?? "–" },
        { name: t("carNeeds"), value: <AskedPlace booking={booking} /> },
        ...(isTold(place)
          ? [{ name: t("heldPlace"), value: <HeldPlaceWords place={place} /> }]
          : []),
        { name: t("estimate"), value: <Money of={booking.estimate} /> },
        ...(booking.lateFee ? [{ name: t("lateFee"), value: <Money of={booking.lateFee} /> }] : []),
        ...(session
          ? [
              { name: t("connector"), value: String(session.connector.number) },
              {
                name: t("energy"),
                value: session.kWh === null ? "–" : t("kwh", { kwh: session.kWh }),
              },
              {
                name: t("total"),
                value: session.totals ? <Money of={session.totals.total} /> : "–",
              },
            ]
          : []),
        ...(receipt
          ? [
              {
                name: t("receipt"),
                value: (
                  <>
                    <a href={`/api/v1/receipts/${receipt}.html`} className="link">
                      {receipt}
                    </a>{" "}
                    ·{" "}
                    <a
                      href={`/api/v1/receipts/${receipt}.pdf`}
                      type="application/pdf"
                      aria-label={t("receiptAsPdf", { receipt })}
                      className="link"
                    >
                      {t("pdf")}
                    </a>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
