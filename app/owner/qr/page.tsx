import { CalendarPlus, QrCode } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingTime } from "@/components/booking/booking-time";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { CodeCard } from "@/components/owner/code-card";
import { StayAwake } from "@/components/owner/stay-awake";
import { PageHead } from "@/components/shell/page-head";
import { ViewerRange } from "@/components/station/viewer-range";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { listBookings, readQr } from "@/lib/charging/bookings";
import { hasArrived, ListBookings } from "@/lib/charging/bookings/schema";
import { page } from "@/lib/http/page";
import { readMe } from "@/lib/people/accounts";

import { inlineQr } from "../inline-qr";
import { CodeLinks } from "../code-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownBookings"))("qrTitle") };
}

/** So many codes stand on the page, the next first. */
const shown = 10;

export default page({
  area: "owner",
  permission: "booking.qr",
  run: async (ctx) => {
    const t = await getTranslations("ownBookings");
    const me = await readMe(ctx);
    const query = ListBookings.parse({ view: "upcoming", status: "Approved,InProgress" });
    const { items } = await listBookings(ctx, { ...query, page: 1, limit: shown });
    const isActive = me.status === "Active";
    const codes = isActive
      ? await Promise.all(
          items.map(async (booking) => ({
            booking,
            qr: await readQr(ctx, { id: booking.id }),
            picture: await inlineQr(ctx, booking.id),
          })),
        )
      : [];
    return (
      <ClientMessages of={["ownBookings", "station"]}>
        <LiveRefresh of={["booking.", "session.", "qr."]} />
        <StayAwake />
        <div className="mx-auto max-w-md">
          <PageHead title={t("qrTitle")} lead={codes.length > 0 ? t("qrLead") : undefined} />
          {!isActive && <Notice kind="warning">{t("deactivated")}</Notice>}
          {isActive && codes.length === 0 && (
            <Card>
              <EmptyState
                icon={QrCode}
                title={t("noCode")}
                action={
                  <ButtonLink href="/">
                    <CalendarPlus aria-hidden />
                    {t("find")}
                  </ButtonLink>
                }
              >
                {t("noCodeText")}
              </EmptyState>
            </Card>
          )}
          <ul className="space-y-8">
            {codes.map(({ booking, qr, picture }) => (
              <li key={booking.id} className="space-y-3">
                <p className="text-center font-semibold">
                  <Link href={`/owner/bookings/${booking.id}`} className="link">
                    <BookingTime {...booking} />
                  </Link>
                  <ViewerRange {...booking} />
                  <span className="block text-sm font-normal wrap-anywhere text-ink-soft">
                    {booking.stationName}
                  </span>
                </p>
                <CodeCard
                  picture={picture}
                  qr={qr}
                  timeZone={booking.timeZone}
                  isUsed={hasArrived(booking.status)}
                />
                {!hasArrived(booking.status) && <CodeLinks ctx={ctx} booking={booking} />}
              </li>
            ))}
          </ul>
        </div>
      </ClientMessages>
    );
  },
});
