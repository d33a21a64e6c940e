import { Mail, Phone } from "lucide-react";
import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import { readerZone } from "@/app/_console/reader-zone";
import { BookingNumber } from "@/components/booking/booking-number";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { BookingTime } from "@/components/booking/booking-time";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { UserStatusBadge } from "@/components/shell/status-badges";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { When } from "@/components/ui/when";
import { listBookings } from "@/lib/charging/bookings";
import { type BookingView, ListBookings } from "@/lib/charging/bookings/schema";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import { readOwner } from "@/lib/people/accounts";
import type { OwnerView } from "@/lib/people/accounts/schema";

import { ContactRows } from "./contact-rows";
import { Receipts } from "./receipts";

/** So many of a kind are shown; the list has the rest. */
const most = 8;

/** A driver for staff: how to reach them, what they drive, what they booked, and their receipts; within the reader's scope. */
export async function showOwner(ctx: Context, area: Area, key: string) {
  const t = await getTranslations("ownerPage");
  const owner = await readOwner(ctx, { nic: key });
  const { id: ownerId } = owner;
  const ask = (view: ListBookings["view"]) =>
    listBookings(ctx, { ...ListBookings.parse({ ownerId, view }), page: 1, limit: most });
  const [coming, past, sessions, zone] = await Promise.all([
    ask("upcoming"),
    ask("history"),
    listSessions(ctx, {
      ...ListSessions.parse({ ownerId, status: "Completed" }),
      page: 1,
      limit: most,
    }),
    readerZone(ctx),
  ]);
  const listed = `/${area}/bookings?${new URLSearchParams({ ownerId })}`;
  const groups = [
    ["coming", coming],
    ["past", past],
  ] as const;
  return (
    <ClientMessages of={["staffBookings"]}>
      <LiveRefresh of={["booking.", "session.", "owner.", "user."]} />
      <Breadcrumbs
        trail={[
          area === "admin"
            ? { title: t("users"), href: "/admin/users" }
            : { title: t("owners"), href: "/backoffice/owners" },
        ]}
      />
      <PageHead title={owner.name} lead={t("counts", { coming: coming.total, past: past.total })}>
        <UserStatusBadge status={owner.status} />
        <Reach owner={owner} />
      </PageHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          <Card aria-labelledby="contact">
            <CardHeader id="contact" title={t("contact")} />
            <ContactRows owner={owner} />
            <div className="mt-4 border-t pt-4">
              <Facts
                rows={[
                  { name: t("since"), value: <When at={owner.createdAt} timeZone={zone} /> },
                  { name: t("cars"), value: carsOf(owner, [...coming.items, ...past.items]) },
                ]}
              />
            </div>
          </Card>
          <Card aria-labelledby="receipts">
            <CardHeader id="receipts" title={t("receipts")} />
            <Receipts sessions={sessions.items} />
          </Card>
        </div>
        <div className="space-y-6">
          {groups.map(([name, { items, total }]) => (
            <Card key={name} aria-labelledby={name}>
              <CardHeader id={name} title={`${t(name)} ${total}`}>
                {total > items.length && (
                  <ButtonLink href={listed} look="secondary" size="sm">
                    {t("all")}
                  </ButtonLink>
                )}
              </CardHeader>
              <Bookings items={items} path={`/${area}/bookings`} none={t("none")} />
            </Card>
          ))}
        </div>
      </div>
    </ClientMessages>
  );
}

/** To call or write at once. */
async function Reach({ owner: { phone, email } }: { owner: OwnerView }) {
  const t = await getTranslations("ownerPage");
  return (
    <>
      {phone && (
        <ButtonLink href={`tel:${phone}`} look="secondary" size="sm">
          <Phone aria-hidden />
          {t("call")}
        </ButtonLink>
      )}
      <ButtonLink href={`mailto:${email}`} look="secondary" size="sm">
        <Mail aria-hidden />
        {t("write")}
      </ButtonLink>
    </>
  );
}

function Bookings({
  items,
  path,
  none,
}: {
  items: readonly BookingView[];
  path: string;
  none: string;
}) {
  if (items.length === 0) return <p className="text-sm text-ink-soft">{none}</p>;
  return (
    <ul className="-my-2 divide-y text-sm">
      {items.map((booking) => (
        <li key={booking.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
          <div className="min-w-0 wrap-anywhere">
            <p className="font-medium">
              <BookingTime {...booking} />
            </p>
            <p className="text-ink-soft">
              <BookingNumber number={booking.number} href={`${path}/${booking.id}`} /> ·{" "}
              {booking.stationName}
              {booking.vehiclePlate !== null && ` · ${booking.vehiclePlate}`}
            </p>
          </div>
          <BookingStatusBadge booking={booking} />
        </li>
      ))}
    </ul>
  );
}

/** The plates that the reader has seen: that of the account, and those that were booked with here. */
function carsOf(owner: OwnerView, bookings: readonly BookingView[]): string | null {
  const plates = [owner.vehiclePlate, ...bookings.map(({ vehiclePlate }) => vehiclePlate)];
  return [...new Set(plates.filter((plate) => plate !== null))].join(", ") || null;
}
