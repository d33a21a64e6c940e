import { UserCog, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { SearchField } from "@/components/table/filter-form";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { listOperators } from "@/lib/accounts";
import { ListOperators, userStatus } from "@/lib/accounts/schema";
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
    const query = readFilters(ListOperators, search, ["status", "stationId", "search"]);
    const found = await listOperators(ctx, {
      ...ListOperators.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    const said = ["added", "changed"].find((what) => textOf(search, what));
    return (
      <ListPage
        words={t}
        live={["user."]}
        client={["operators"]}
        actions={
          <ButtonLink href="/backoffice/operators/new">
            <UserPlus aria-hidden />
            {t("add")}
          </ButtonLink>
        }
        notice={said && <Notice kind="success">{t(said === "added" ? "added" : "changed")}</Notice>}
        state={state}
        found={found}
        columns={await operatorColumns(stations)}
        icon={UserCog}
        filters={
          <>
            <SearchField label={t("search")} value={query.search} />
            <SelectFilter
              name="stationId"
              label={t("station")}
              value={query.stationId}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <EnumFilter
              name="status"
              label={t("status")}
              value={query.status}
              of={userStatus}
              words={statuses}
            />
          </>
        }
      />
    );
  },
});
