import { IdCard } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { listOwners } from "@/lib/people/accounts";
import { ListOwners, userStatus } from "@/lib/people/accounts/schema";
import { page } from "@/lib/http/page";

import { readerZone } from "@/app/_console/reader-zone";

import { ownerColumns } from "./columns";
import { findStrangers } from "./find-strangers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownerList"))("title") };
}

export default page({
  area: "backoffice",
  permission: "owner.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("ownerList");
    const statuses = await getTranslations("status.user");
    const state = readTable("/backoffice/owners", search, {
      sorts: ["name", "createdAt"],
      sort: "-createdAt",
    });
    const query = readFilters(ListOwners, search, ["status", "search"]);
    const searched = readSearched(ListOwners, search, "search");
    const found = await findSearched(searched, () =>
      listOwners(ctx, {
        ...ListOwners.parse({ ...query, sort: state.sort }),
        page: state.page,
        limit: state.limit,
      }),
    );
    return (
      <ListPage
        words={t}
        live={["owner.", "user."]}
        state={state}
        found={found}
        columns={await ownerColumns(
          await findStrangers(ctx, query.search, found.items),
          await readerZone(ctx),
        )}
        icon={IdCard}
        fresh={{
          title: t("fresh"),
          text: t("freshText"),
          action: (
            <ButtonLink href="/backoffice/stations" look="secondary">
              {t("toStations")}
            </ButtonLink>
          ),
        }}
        filters={
          <>
            <SearchField label={t("search")} searched={searched} />
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
