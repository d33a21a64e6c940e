import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ownStations } from "@/app/_console/stations/own-stations";
import { SettingsPage } from "@/components/settings/settings-page";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { textOf } from "@/components/table/table-state";
import { page } from "@/lib/http/page";
import { readSettingLayer } from "@/lib/records/settings";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";
import { change, reset } from "@/app/_console/settings/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  area: "admin",
  permission: "setting.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("settings");
    const businesses = await allBusinesses(ctx, "Active");
    const [businessId, stationId] = ["businessId", "stationId"].map((name) =>
      textOf(searchParams, name),
    );
    const business = businesses.find(({ id }) => id === businessId);
    const stations = business ? await ownStations(ctx, business.id) : [];
    // A station of the business that was chosen before counts for nothing.
    const station = stations.find(({ id }) => id === stationId);
    return (
      <SettingsPage
        shown={await readSettingLayer(ctx, { businessId: business?.id, stationId: station?.id })}
        actions={{ change, reset }}
        of={
          station
            ? { name: station.name, href: `/admin/stations/${station.id}` }
            : business && { name: business.name, href: `/admin/businesses/${business.id}` }
        }
      >
        <SelectFilter
          name="businessId"
          label={t("whose")}
          value={business?.id}
          any={t("platform")}
          options={namedOptions(businesses)}
        />
        {business && (
          <SelectFilter
            key={business.id}
            name="stationId"
            label={t("whichStation")}
            value={station?.id}
            any={t("wholeBusiness")}
            options={namedOptions(stations)}
          />
        )}
      </SettingsPage>
    );
  },
});
