import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import { TimeZoneOptions } from "@/components/form/time-zone-options";
import { ClientMessages } from "@/components/i18n/client-messages";
import { tileSource } from "@/components/map/tile-source";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { StationForm } from "@/components/station-form/station-form";
import { Card } from "@/components/ui/card";
import type { Context } from "@/lib/core/context";
import { hasGeocoder, searchStations } from "@/lib/sites/stations";
import { SearchStations, type StationView } from "@/lib/sites/stations/schema";

import { change, create, findAddress } from "./actions";

/** The form in which a station is made or changed. */
export async function showStationForm(
  ctx: Context,
  area: Area,
  given: {
    readonly station?: StationView;
    readonly businesses?: readonly { readonly id: string; readonly name: string }[];
    readonly businessId?: string;
  } = {},
) {
  const t = await getTranslations("stationForm");
  const list = await getTranslations("stationAdmin");
  const { station, businesses, businessId } = given;
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
            find={hasGeocoder(ctx) ? findAddress : undefined}
            near={station ? undefined : await lastPlace(ctx, area, businessId)}
            zones={<TimeZoneOptions own={station?.timeZone} />}
            businesses={businesses}
            businessId={businessId}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}

/** Where the business made its last station: the next one is likely to stand in the same town. */
async function lastPlace(ctx: Context, area: Area, businessId: string | undefined) {
  if (area === "admin" && !businessId) return undefined;
  const whose = area === "admin" ? { all: "true", businessId } : { mine: "true" };
  const query = SearchStations.parse({ ...whose, sort: "-createdAt" });
  const { items } = await searchStations(ctx, { ...query, page: 1, limit: 1 });
  return items[0]?.location;
}
