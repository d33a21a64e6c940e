import { PlugZap, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { StationStatusBadge } from "@/components/shell/status-badges";
import { PriceShort } from "@/components/station/price";
import { type Column, DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, type Search, textOf } from "@/components/table/table-state";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import type { Context } from "@/lib/core/context";
import { searchStations } from "@/lib/stations";
import {
  currentType,
  SearchStations,
  type StationListItem,
  stationStatus,
} from "@/lib/stations/schema";

/** The stations that the reader runs, or all of them for an admin. */
export async function showStations(ctx: Context, area: "backoffice" | "admin", search: Search) {
  const t = await getTranslations("stationAdmin");
  const statuses = await getTranslations("status.station");
  const path = `/${area}/stations`;
  const state = readTable(path, search, { sorts: [], sort: "name" });
  const query = {
    search: textOf(search, "search")?.slice(0, 100),
    type: currentType.safeParse(textOf(search, "type")).data,
    status: stationStatus.safeParse(textOf(search, "status")).data,
  };
  const found = await searchStations(ctx, {
    ...SearchStations.parse({ ...query, ...(area === "backoffice" && { mine: "true" }) }),
    page: state.page,
    limit: state.limit,
  });
  return (
    <ClientMessages of={["table"]}>
      <LiveRefresh of={["station.", "schedule."]} />
      <PageHead title={t("title")} lead={t(area === "admin" ? "leadAll" : "lead")}>
        <ButtonLink href={`${path}/new`}>
          <Plus aria-hidden />
          {t("addStation")}
        </ButtonLink>
      </PageHead>
      <div className="space-y-4">
        <FilterForm label={t("filters")} keep={{ hide: [...state.hidden].join(",") }}>
          <SearchField label={t("search")} value={query.search} />
          <SelectFilter
            name="type"
            label={t("type")}
            value={query.type}
            options={currentType.options.map((value) => ({ value, label: value }))}
          />
          <SelectFilter
            name="status"
            label={t("status")}
            value={query.status}
            options={stationStatus.options.map((value) => ({ value, label: statuses(value) }))}
          />
        </FilterForm>
        <DataTable
          caption={t("title")}
          columns={await columns(path)}
          rows={found.items}
          total={found.total}
          state={state}
          keyOf={({ id }) => id}
          empty={{ icon: PlugZap, title: t("none"), text: t("noneText") }}
        />
      </div>
    </ClientMessages>
  );
}

async function columns(path: string): Promise<Column<StationListItem>[]> {
  const t = await getTranslations("stationAdmin");
  return [
    {
      id: "name",
      title: t("name"),
      isName: true,
      cell: ({ id, name, address }) => (
        <>
          <Link href={`${path}/${id}`} className="link">
            {name}
          </Link>
          <span className="block font-normal text-ink-soft">{address}</span>
        </>
      ),
    },
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
      cell: ({ status, bookable }) =>
        bookable ? <StationStatusBadge status={status} /> : <Badge>{t("listed")}</Badge>,
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
      cell: ({ availability }) => availability[0]?.freeCapacity ?? 0,
    },
  ];
}
