import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { change, reset } from "@/app/_console/settings/actions";
import { ownStations } from "@/app/_console/stations/own-stations";
import { SettingsPage } from "@/components/settings/settings-page";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { textOf } from "@/components/table/table-state";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";
import { readSettingLayer } from "@/lib/records/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  area: "backoffice",
  permission: "setting.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("settings");
    const stations = await ownStations(ctx);
    const wanted = textOf(searchParams, "stationId");
    const stationId = wanted && isUuid(wanted) ? wanted : undefined;
    const station = stations.find(({ id }) => id === stationId);
    return (
      <SettingsPage
        // Another's station is not found, as everywhere.
        shown={await readSettingLayer(ctx, { stationId })}
        actions={{ change, reset }}
        of={station && { name: station.name, href: `/backoffice/stations/${station.id}` }}
      >
        <SelectFilter
          name="stationId"
          label={t("whichStation")}
          value={station?.id}
          any={t("wholeBusiness")}
          options={namedOptions(stations)}
        />
      </SettingsPage>
    );
  },
});
