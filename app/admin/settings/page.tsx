import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { SettingsList } from "@/components/settings/settings-list";
import { PageHead } from "@/components/shell/page-head";
import { FilterForm } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { textOf } from "@/components/table/table-state";
import { listBusinesses } from "@/lib/businesses";
import { ListBusinesses } from "@/lib/businesses/schema";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";
import { listSettings } from "@/lib/settings";

import { change } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("settings");
    const wanted = textOf(searchParams, "businessId");
    const businessId = wanted && isUuid(wanted) ? wanted : undefined;
    const businesses = await listBusinesses(ctx, {
      ...ListBusinesses.parse({ status: "Active", sort: "name" }),
      page: 1,
      limit: 100,
    });
    return (
      <ClientMessages of={["table", "settings"]}>
        <PageHead title={t("title")} lead={t(businessId ? "leadBusiness" : "leadPlatform")} />
        <div className="space-y-6">
          <FilterForm label={t("whose")} keep={{}}>
            <SelectFilter
              name="businessId"
              label={t("whose")}
              value={businessId}
              any={t("platform")}
              options={businesses.items.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FilterForm>
          <SettingsList shown={await listSettings(ctx, { businessId })} change={change} />
        </div>
      </ClientMessages>
    );
  },
});
