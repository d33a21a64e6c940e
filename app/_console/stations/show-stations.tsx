import { CalendarX2, PlugZap, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { allBusinesses, type BusinessChoice } from "@/app/_console/businesses/all-businesses";
import type { Area } from "@/app/_console/area";
import { businessColumn } from "@/components/admin/business-column";
import { StationState } from "@/components/shell/status-badges";
import { PriceShort } from "@/components/station/price";
import type { Column } from "@/components/table/column";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search } from "@/components/table/table-state";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import type { Context } from "@/lib/core/context";
import { searchStations } from "@/lib/sites/stations";
import {
  currentType,
  SearchStations,
  type StationListItem,
  stationStatus,
} from "@/lib/sites/stations/schema";

/** The stations that the reader runs, or all of them for an admin. */
export async function showStations(ctx: Context, area: Area, search: Search) {
  const t = await getTranslations("stationAdmin");
  const statuses = await getTranslations("status.station");
  const path = `/${area}/stations`;
  const state = readTable(path, search, { sorts: ["name", "createdAt"], sort: "name" });
  const isAdmin = area === "admin";
  const query = readFilters(SearchStations, search, [
    "search",
    "type",
    "status",
    ...(isAdmin ? (["businessId"] as const) : []),
  ]);
  const businesses = isAdmin ? await allBusinesses(ctx) : undefined;
  const searched = readSearched(SearchStations, search, "search");
  const found = await findSearched(searched, () =>
    searchStations(ctx, {
      ...SearchStations.parse({
        ...query,
        sort: state.sort,
        [isAdmin ? "all" : "mine"]: "true",
      }),
      page: state.page,
      limit: state.limit,
    }),
  );
  return (
    <ListPage
      words={t}
      lead={isAdmin ? t("leadAll") : undefined}
      live={["station.", "schedule."]}
      actions={
        <>
          {!isAdmin && (
            <ButtonLink href="/backoffice/closing" look="secondary">
              <CalendarX2 aria-hidden />
              {t("closeDates")}
            </ButtonLink>
          )}
          <ButtonLink
            href={query.businessId ? `${path}/new?businessId=${query.businessId}` : `${path}/new`}
          >
            <Plus aria-hidden />
            {t("addStation")}
          </ButtonLink>
        </>
      }
      state={state}
      found={found}
      columns={await columns(path, businesses)}
      icon={PlugZap}
      fresh={{
        title: t("noneYet"),
        text: t("noneYetText"),
        action: <ButtonLink href={`${path}/new`}>{t("addStation")}</ButtonLink>,
      }}
      filters={
        <>
          <SearchField label={t("search")} searched={searched} />
          {businesses && (
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={query.businessId}
              options={namedOptions(businesses)}
            />
          )}
          <EnumFilter
            name="type"
            label={t("type")}
            value={query.type}
            of={currentType}
            words={(value) => value}
          />
          <EnumFilter
            name="status"
            label={t("status")}
            value={query.status}
            of={stationStatus}
            words={statuses}
          />
        </>
      }
    />
  );
}

async function columns(
  path: string,
  businesses?: readonly BusinessChoice[],
): Promise<Column<StationListItem>[]> {
  const t = await getTranslations("stationAdmin");
  return [
    {
      id: "name",
      title: t("name"),
      sort: "name",
      isName: true,
      isWide: true,
      cell: ({ id, name, address }) => (
        <>
          <Link href={`${path}/${id}`} className="link">
            {name}
          </Link>
          <span className="block font-normal text-ink-soft">{address}</span>
        </>
      ),
    },
    ...(businesses ? [businessColumn<StationListItem>(t("business"), businesses)] : []),
    { id: "type", title: t("type"), cell: ({ type }) => type },
    {
      id: "connectors",
      title: t("connectors"),
      align: "end",
      cell: ({ connectors }) => connectors,
    },
    {
      id: "status",
      title: t("status"),
      cell: (station) =>
        station.bookable ? <StationState station={station} /> : <Badge>{t("listed")}</Badge>,
    },
    {
      id: "price",
      title: t("price"),
      cell: ({ pricing }) => (pricing ? <PriceShort pricing={pricing} /> : t("noPrice")),
    },
    {
      id: "free",
      title: t("freeToday"),
      align: "end",
      cell: ({ availability }) => t("freeTimes", { count: availability[0]?.freeSlots ?? 0 }),
    },
  ];
}
