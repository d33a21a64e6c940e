import { Coins } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { PriceShort } from "@/components/station/price";
import type { Column } from "@/components/table/column";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { readFilters, readTable } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonClass } from "@/components/ui/button";
import { page } from "@/lib/http/page";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations, type StationListItem } from "@/lib/sites/stations/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tariffs"))("title") };
}

const path = "/backoffice/tariffs";

export default page({
  area: "backoffice",
  permission: "tariff.manage",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("tariffs");
    const state = readTable(path, searchParams, { sorts: ["name", "createdAt"], sort: "name" });
    const query = readFilters(SearchStations, searchParams, ["search"]);
    const searched = readSearched(SearchStations, searchParams, "search");
    const found = await findSearched(searched, () =>
      searchStations(ctx, {
        ...SearchStations.parse({ ...query, sort: state.sort, mine: "true" }),
        page: state.page,
        limit: state.limit,
      }),
    );
    return (
      <ListPage
        words={t}
        live={["station."]}
        state={state}
        found={found}
        columns={await columns()}
        icon={Coins}
        fresh={{
          title: t("noneYet"),
          text: t("noneYetText"),
          action: <ButtonLink href="/backoffice/stations/new">{t("addStation")}</ButtonLink>,
        }}
        filters={<SearchField label={t("search")} searched={searched} />}
      />
    );
  },
});

async function columns(): Promise<Column<StationListItem>[]> {
  const t = await getTranslations("tariffs");
  const modes = await getTranslations("tariff");
  const format = await getFormatter();
  return [
    {
      id: "name",
      title: t("station"),
      sort: "name",
      isName: true,
      isWide: true,
      cell: ({ id, name }) => (
        <Link href={`/backoffice/stations/${id}`} className="link">
          {name}
        </Link>
      ),
    },
    {
      id: "mode",
      title: t("mode"),
      cell: ({ pricing }) => (pricing ? modes(pricing.mode) : t("noPrice")),
    },
    {
      id: "price",
      title: t("price"),
      cell: ({ pricing }) => pricing && <PriceShort pricing={pricing} />,
    },
    {
      id: "tax",
      title: t("tax"),
      align: "end",
      cell: ({ pricing }) =>
        pricing &&
        format.number(pricing.taxPercent / 100, { style: "percent", maximumFractionDigits: 3 }),
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: ({ id, name }) => (
        <Link
          href={`/backoffice/stations/${id}/tariff`}
          aria-label={t("changeOf", { name })}
          className={buttonClass({ look: "secondary", size: "sm" })}
        >
          {t("change")}
        </Link>
      ),
    },
  ];
}
