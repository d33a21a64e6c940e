import { UserCog, UserPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";
import type { Area } from "@/app/_console/area";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { listOperators } from "@/lib/people/accounts";
import { ListOperators, userStatus } from "@/lib/people/accounts/schema";
import type { Context } from "@/lib/core/context";
import { readStationNames } from "@/lib/sites/stations";

import { readerZone } from "@/app/_console/reader-zone";
import { operatorColumns } from "./operator-columns";
import { ownStations } from "@/app/_console/stations/own-stations";

/** The operators of the reader's business, or those of all for an admin, with the stations they work at. */
export async function showOperators(ctx: Context, area: Area, search: Search) {
  const t = await getTranslations("operators");
  const statuses = await getTranslations("status.user");
  const path = `/${area}/operators`;
  const isAdmin = area === "admin";
  const state = readTable(path, search, { sorts: ["name", "createdAt"], sort: "name" });
  const { businessId, stationId, ...query } = readFilters(ListOperators, search, [
    "status",
    "businessId",
    "stationId",
    "search",
  ]);
  const businesses = isAdmin ? await allBusinesses(ctx) : undefined;
  const business = businesses?.find(({ id }) => id === businessId);
  // Among the stations of all businesses nobody chooses: they are offered when one business is.
  const stations = !isAdmin || business ? await ownStations(ctx, business?.id) : [];
  // A station of the business that was chosen before says nothing about this one.
  const station = stations.find(({ id }) => id === stationId);
  const searched = readSearched(ListOperators, search, "search");
  const found = await findSearched(searched, () =>
    listOperators(ctx, {
      ...ListOperators.parse({
        ...query,
        businessId: business?.id,
        stationId: station?.id,
        sort: state.sort,
      }),
      page: state.page,
      limit: state.limit,
    }),
  );
  const names = await readStationNames(
    ctx,
    found.items.flatMap(({ stationIds }) => stationIds),
  );
  const said = ["added", "changed"].find((what) => textOf(search, what));
  return (
    <ListPage
      words={t}
      lead={isAdmin ? t("leadAll") : undefined}
      live={["user."]}
      client={["operators"]}
      actions={
        <ButtonLink href={business ? `${path}/new?businessId=${business.id}` : `${path}/new`}>
          <UserPlus aria-hidden />
          {t("add")}
        </ButtonLink>
      }
      notice={
        said && (
          <Notice isNews kind="success">
            {t(said === "added" ? "added" : "changed")}
          </Notice>
        )
      }
      state={state}
      found={found}
      columns={await operatorColumns(path, names, await readerZone(ctx), businesses)}
      icon={UserCog}
      fresh={
        !isAdmin && stations.length === 0
          ? {
              title: t("noneYet"),
              text: t("stationFirst"),
              action: <ButtonLink href="/backoffice/stations/new">{t("addStation")}</ButtonLink>,
            }
          : {
              title: t("noneYet"),
              text: t("noneYetText"),
              action: <ButtonLink href={`${path}/new`}>{t("add")}</ButtonLink>,
            }
      }
      filters={
        <>
          <SearchField label={t("search")} searched={searched} />
          {businesses && (
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={business?.id}
              options={namedOptions(businesses)}
            />
          )}
          {stations.length > 0 && (
            <SelectFilter
              key={business?.id}
              name="stationId"
              label={t("station")}
              value={station?.id}
              options={namedOptions(stations)}
            />
          )}
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
}
