import { Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { StationWhere } from "@/components/map/station-where";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { StationState } from "@/components/shell/status-badges";
import { AddConnector } from "@/components/station-form/connector-buttons";
import { StationPhotos } from "@/components/station-form/station-photos";
import { DeactivateButton, StatusButtons } from "@/components/station-form/status-buttons";
import { PlacesLine } from "@/components/station/places-line";
import { PriceWords } from "@/components/station/price";
import { zoneName } from "@/components/station/zone-name";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PhoneLink } from "@/components/ui/phone-link";
import { readBusiness } from "@/lib/people/businesses";
import type { BusinessView } from "@/lib/people/businesses/schema";
import type { Context } from "@/lib/core/context";
import { readFutureBookings, readManagedStation } from "@/lib/sites/stations";
import { mostImages, type StationView } from "@/lib/sites/stations/schema";

import { OpeningSteps } from "./opening-steps";
import { addPlace, changePhoto, removePhoto, setStatus } from "./actions";
import { StationConnectors } from "./station-connectors";
import { StationToday } from "./station-today";
import { StationWeek } from "./station-week";

/** One station for those who run it: how it stands, its places, its price, and where the rest is. */
export async function showStation(
  ctx: Context,
  area: Area,
  id: string,
  { step }: Readonly<Record<string, unknown>>,
) {
  const t = await getTranslations("stationAdmin");
  const photos = await getTranslations("stationPhotos");
  const station = await readManagedStation(ctx, id);
  const path = `/${area}/stations/${id}`;
  const { businessId } = station;
  const isAdmin = area === "admin";
  const business = isAdmin && businessId ? await readBusiness(ctx, { id: businessId }) : undefined;
  // An admin's lists are those of all businesses: they are narrowed to this one, so that its stations can be chosen.
  const here = new URLSearchParams({ ...(business && { businessId: business.id }), stationId: id });
  const links = [
    [t("schedule"), `${path}/schedule`],
    [t("bookings"), `/${area}/bookings?${here}`],
    isAdmin
      ? [t("conflicts"), `/admin/bookings?${here}&conflict=true`]
      : [t("conflicts"), `/backoffice/conflicts?station=${id}`],
    ...(station.bookable
      ? [
          [t("operators"), `/${area}/operators?${here}`],
          [t("settings"), `/${area}/settings?${here}`],
        ]
      : []),
    [t("audits"), `/${area}/audits?entityId=${id}`],
    [t("public"), `/stations/${id}`],
  ] as const;
  return (
    <ClientMessages of={["stationAdmin", "station", "price", "stationPhotos", "map"]}>
      <LiveRefresh of={["station.", "schedule.", "booking."]} />
      <Breadcrumbs trail={[{ title: t("title"), href: `/${area}/stations` }]} />
      <PageHead title={station.name} lead={station.address}>
        <StationState station={station} />
        <ButtonLink href={`${path}/edit`} look="secondary" size="sm">
          <Pencil aria-hidden />
          {t("edit")}
        </ButtonLink>
        {station.bookable && <StatusButtons station={station} action={setStatus} />}
      </PageHead>
      {station.bookable && (
        <OpeningSteps station={station} path={path} wasLast={step !== undefined} />
      )}
      <nav aria-label={station.name} className="mb-6 flex flex-wrap gap-2">
        {links.map(([label, href]) => (
          <ButtonLink key={href} href={href ?? path} look="secondary" size="sm">
            {label}
          </ButtonLink>
        ))}
      </nav>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          {station.bookable && <StationToday ctx={ctx} area={area} station={station} />}
          <Card aria-labelledby="connectors">
            <CardHeader id="connectors" title={t("connectors")}>
              <AddConnector stationId={id} action={addPlace} />
            </CardHeader>
            <div className="mb-5">
              <PlacesLine connectors={station.connectors} />
            </div>
            <StationConnectors station={station} />
          </Card>
          <StationWhere
            station={station}
            unit={ctx.units.distance}
            label={t("where")}
            className="h-64"
          />
        </div>
        <div className="min-w-0 space-y-6">
          {station.bookable && <StationWeek ctx={ctx} path={path} station={station} />}
          <Card aria-labelledby="pricing">
            <CardHeader id="pricing" title={t("pricing")}>
              {/* The steps have this link already. */}
              {(station.pricing || !station.opensWhenReady) && (
                <ButtonLink href={`${path}/tariff`} look="secondary" size="sm">
                  {t(station.pricing ? "changePrice" : "setPrice")}
                </ButtonLink>
              )}
            </CardHeader>
            {station.pricing ? (
              <PriceWords pricing={station.pricing} />
            ) : (
              <p className="text-ink-soft">{t("noPrice")}</p>
            )}
          </Card>
          <Card aria-labelledby="photos">
            <CardHeader id="photos" title={photos("title")} />
            <StationPhotos
              stationId={id}
              images={station.images}
              most={mostImages}
              change={changePhoto}
              remove={removePhoto}
            />
          </Card>
          <Card aria-labelledby="facts">
            <CardHeader id="facts" title={t("facts")} />
            <StationDetails station={station} business={business} />
            {station.bookable && (
              <div className="mt-5 border-t pt-5 empty:hidden">
                <DeactivateButton
                  station={station}
                  inTheWay={await readFutureBookings(ctx, { id })}
                  action={setStatus}
                  dayPath={isAdmin ? `/admin/bookings?${here}` : `/backoffice/day?station=${id}`}
                />
              </div>
            )}
          </Card>
        </div>
      </div>
    </ClientMessages>
  );
}

async function StationDetails({
  station,
  business,
}: {
  station: StationView;
  /** Whose it is, for those who see several. */
  business?: BusinessView;
}) {
  const t = await getTranslations("stationAdmin");
  const { hoursNote, description, phone, amenities } = station;
  return (
    <Facts
      rows={[
        ...(business
          ? [
              {
                name: t("business"),
                value: (
                  <Link href={`/admin/businesses/${business.id}`} className="link">
                    {business.name}
                  </Link>
                ),
              },
            ]
          : []),
        { name: t("type"), value: station.type },
        { name: t("slot"), value: t("minutes", { minutes: station.slotMinutes }) },
        { name: t("approval"), value: t(station.approval === "Auto" ? "auto" : "manual") },
        { name: t("zone"), value: zoneName(station.timeZone) },
        ...(phone ? [{ name: t("phone"), value: <PhoneLink phone={phone} /> }] : []),
        ...(amenities.length > 0 ? [{ name: t("amenities"), value: amenities.join(", ") }] : []),
        ...(description ? [{ name: t("description"), value: description }] : []),
        ...(hoursNote ? [{ name: t("hours"), value: hoursNote }] : []),
      ]}
    />
  );
}
