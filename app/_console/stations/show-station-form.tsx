import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import type { BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { TimeZoneOptions } from "@/components/form/time-zone-options";
import { ClientMessages } from "@/components/i18n/client-messages";
import { type Bounds, boundsAround } from "@/components/map/geometry";
import { tileSource } from "@/components/map/tile-source";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { StationForm } from "@/components/station-form/station-form";
import { Card } from "@/components/ui/card";
import type { Context } from "@/lib/core/context";
import { usualConnector } from "@/lib/core/plugs";
import { townOfZone } from "@/lib/core/zone-towns";
import { readMe } from "@/lib/people/accounts";
import { readBusiness } from "@/lib/people/businesses";
import { hasGeocoder, searchStations } from "@/lib/sites/stations";
import { SearchStations, type StationView } from "@/lib/sites/stations/schema";

import { change, create, findAddress } from "./actions";

/** The form in which a station is made or changed. */
export async function showStationForm(
  ctx: Context,
  area: Area,
  given: {
    readonly station?: StationView;
    readonly businesses?: readonly BusinessChoice[];
    readonly businessId?: string;
  } = {},
) {
  const t = await getTranslations("stationForm");
  const list = await getTranslations("stationAdmin");
  const { station, businesses, businessId } = given;
  const zone = station?.timeZone ?? (await zoneOf(ctx, given));
  return (
    <ClientMessages of={["stationForm", "map"]}>
      <div className="max-w-3xl">
        <Breadcrumbs
          trail={[
            { title: list("title"), href: `/${area}/stations` },
            ...(station ? [{ title: station.name, href: `/${area}/stations/${station.id}` }] : []),
          ]}
        />
        <PageHead
          title={station ? station.name : t("add")}
          lead={t(station ? "changeLead" : "addLead")}
        />
        <Card>
          <StationForm
            area={area}
            action={station ? change : create}
            station={station}
            tiles={await tileSource()}
            unit={ctx.units.distance}
            find={hasGeocoder(ctx) ? findAddress : undefined}
            start={await startOf(ctx, area, zone, businessId)}
            usual={{ AC: usualConnector("AC", zone), DC: usualConnector("DC", zone) }}
            zones={<TimeZoneOptions own={station?.timeZone} />}
            businesses={businesses}
            businessId={businessId}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}

/** The time zone of whose station it will be; for an admin who has not chosen, of the first that may be. */
async function zoneOf(
  ctx: Context,
  { businesses, businessId }: { businesses?: readonly BusinessChoice[]; businessId?: string },
): Promise<string> {
  if (businesses) {
    const chosen = businesses.find(({ id }) => id === businessId) ?? businesses[0];
    return chosen?.timeZone ?? "UTC";
  }
  const { businessId: own } = await readMe(ctx);
  return (await readBusiness(ctx, { id: own ?? "" })).timeZone;
}

/** Degrees to each side: a town, and a city with what lies around it. */
const town = 0.06;
const city = 0.25;
/** The world's towns, where not even a zone says which. */
const world: Bounds = [-130, -45, 155, 62];

/** Where the business made its last station, as the next is likely to stand near by; else the town of its time zone. */
async function startOf(
  ctx: Context,
  area: Area,
  zone: string,
  businessId: string | undefined,
): Promise<Bounds> {
  const last = await lastPlace(ctx, area, businessId);
  if (last) return boundsAround(last, town);
  const near = townOfZone(zone);
  return near ? boundsAround(near, city) : world;
}

async function lastPlace(ctx: Context, area: Area, businessId: string | undefined) {
  if (area === "admin" && !businessId) return undefined;
  const whose = area === "admin" ? { all: "true", businessId } : { mine: "true" };
  const query = SearchStations.parse({ ...whose, sort: "-createdAt" });
  const { items } = await searchStations(ctx, { ...query, page: 1, limit: 1 });
  return items[0]?.location;
}
