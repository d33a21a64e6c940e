import { UserCog, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { listOperators } from "@/lib/accounts";
import { ListOperators, userStatus } from "@/lib/accounts/schema";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";

import { operatorColumns } from "./columns";
import { ownStations } from "./own-stations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("operators");
    const statuses = await getTranslations("status.user");
    const state = readTable("/backoffice/operators", search, {
      sorts: ["name", "createdAt"],
      sort: "name",
    });
    const stations = await ownStations(ctx);
    const wanted = textOf(search, "stationId");
    const query = {
      status: userStatus.safeParse(textOf(search, "status")).data,
      stationId: wanted && isUuid(wanted) ? wanted : undefined,
      search: textOf(search, "search"),
    };
    const found = await listOperators(ctx, {
      ...ListOperators.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    const said = ["added", "changed"].find((what) => textOf(search, what));
    return (
      <ClientMessages of={["table", "operators"]}>
        <LiveRefresh of={["user."]} />
        <PageHead title={t("title")} lead={t("lead")}>
          <ButtonLink href="/backoffice/operators/new">
            <UserPlus aria-hidden />
            {t("add")}
          </ButtonLink>
        </PageHead>
        <div className="space-y-4">
          {said && <Notice kind="success">{t(said === "added" ? "added" : "changed")}</Notice>}
          <FilterForm
            label={t("filters")}
            keep={{ sort: state.sort, hide: [...state.hidden].join(",") }}
          >
            <SearchField label={t("search")} value={query.search} />
            <SelectFilter
              name="stationId"
              label={t("station")}
              value={query.stationId}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectFilter
              name="status"
              label={t("status")}
              value={query.status}
              options={userStatus.options.map((value) => ({ value, label: statuses(value) }))}
            />
          </FilterForm>
          <DataTable
            caption={t("title")}
            columns={await operatorColumns(stations)}
            rows={found.items}
            total={found.total}
            state={state}
            keyOf={({ id }) => id}
            empty={{ icon: UserCog, title: t("none"), text: t("noneText") }}
          />
        </div>
      </ClientMessages>
    );
  },
});
