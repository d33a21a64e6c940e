import { IdCard } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, textOf } from "@/components/table/table-state";
import { listOwners } from "@/lib/accounts";
import { ListOwners, userStatus } from "@/lib/accounts/schema";
import { page } from "@/lib/http/page";

import { ownerColumns } from "./columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownerList"))("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("ownerList");
    const statuses = await getTranslations("status.user");
    const state = readTable("/backoffice/owners", search, {
      sorts: ["name", "createdAt"],
      sort: "-createdAt",
    });
    const query = {
      status: userStatus.safeParse(textOf(search, "status")).data,
      search: textOf(search, "search"),
    };
    const found = await listOwners(ctx, {
      ...ListOwners.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    return (
      <ClientMessages of={["table"]}>
        <LiveRefresh of={["owner.", "user."]} />
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="space-y-4">
          <FilterForm
            label={t("filters")}
            keep={{ sort: state.sort, hide: [...state.hidden].join(",") }}
          >
            <SearchField label={t("search")} value={query.search} />
            <SelectFilter
              name="status"
              label={t("status")}
              value={query.status}
              options={userStatus.options.map((value) => ({ value, label: statuses(value) }))}
            />
          </FilterForm>
          <DataTable
            caption={t("title")}
            columns={await ownerColumns()}
            rows={found.items}
            total={found.total}
            state={state}
            keyOf={({ id }) => id}
            empty={{ icon: IdCard, title: t("none"), text: t("noneText") }}
          />
        </div>
      </ClientMessages>
    );
  },
});
