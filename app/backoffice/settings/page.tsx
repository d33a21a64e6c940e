import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { change } from "@/app/admin/settings/actions";
import { ownStations } from "@/app/backoffice/operators/own-stations";
import { ClientMessages } from "@/components/i18n/client-messages";
import { SettingsList } from "@/components/settings/settings-list";
import { PageHead } from "@/components/shell/page-head";
import { FilterForm } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { textOf } from "@/components/table/table-state";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";
import { listSettings } from "@/lib/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("settings");
    const wanted = textOf(searchParams, "stationId");
    const stationId = wanted && isUuid(wanted) ? wanted : undefined;
    const stations = await ownStations(ctx);
    return (
      <ClientMessages of={["table", "settings"]}>
        <PageHead title={t("title")} lead={t(stationId ? "leadStation" : "leadBusiness")} />
        <div className="space-y-6">
          <FilterForm label={t("whichStation")} keep={{}}>
            <SelectFilter
              name="stationId"
              label={t("whichStation")}
              value={stationId}
              any={t("wholeBusiness")}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FilterForm>
          <SettingsList shown={await listSettings(ctx, { stationId })} change={change} />
        </div>
      </ClientMessages>
    );
  },
});
