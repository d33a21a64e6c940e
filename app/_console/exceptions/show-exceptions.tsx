import { CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";

import type { BusinessChoice } from "@/app/_console/businesses/all-businesses";
import type { Area } from "@/app/_console/area";
import { settle } from "@/app/_console/bookings/actions";
import { ExceptionCard } from "@/components/exceptions/exception-card";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { ClearFilters } from "@/components/table/clear-filters";
import { FilterForm } from "@/components/table/filter-form";
import { Pager } from "@/components/table/pager";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { listExceptions } from "@/lib/charging/queue";
import { ListExceptions } from "@/lib/charging/queue/schema";
import type { Context } from "@/lib/core/context";

const limit = 10;

/**
 * The acts without network that were refused, of the reader's business or of all: those that wait for somebody, or those
 * that were settled. Each has both facts, and is settled here.
 */
export async function showExceptions(
  ctx: Context,
  area: Area,
  search: Search,
  stations: readonly { readonly id: string; readonly name: string }[],
  businesses: readonly BusinessChoice[] = [],
) {
  const t = await getTranslations("exceptions");
  const state = readTable(`/${area}/exceptions`, search, { sorts: [], sort: "-since", limit });
  const said = readFilters(ListExceptions, search, ["stationId", "businessId", "settled"]);
  const isSettled = said.settled === "true";
  const { items, total } = await listExceptions(ctx, {
    ...ListExceptions.parse({ ...said, settled: String(isSettled) }),
    page: state.page,
    limit,
  });
  return (
    <ClientMessages of={["table", "queue"]}>
      <LiveRefresh of={["exception.", "booking.", "session."]} />
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-4">
        <FilterForm label={t("filters")} keep={{}}>
          <SelectFilter
            name="settled"
            label={t("show")}
            any={t("waiting")}
            value={isSettled ? "true" : undefined}
            options={[{ value: "true", label: t("settled") }]}
          />
          {businesses.length > 0 && (
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={said.businessId}
              options={namedOptions(businesses)}
            />
          )}
          {stations.length > 0 && (
            <SelectFilter
              key={said.businessId}
              name="stationId"
              label={t("station")}
              value={said.stationId}
              options={namedOptions(stations)}
            />
          )}
          {state.cleared && <ClearFilters href={state.cleared} />}
        </FilterForm>
        {items.length === 0 ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState icon={CircleCheck} title={t(isSettled ? "noneSettled" : "none")}>
              {t(isSettled ? "noneSettledText" : "noneText")}
            </EmptyState>
          </div>
        ) : (
          <ul className="space-y-4">
            {items.map((exception) => (
              <li key={exception.id}>
                <ExceptionCard exception={exception} home={`/${area}`} settle={settle} />
              </li>
            ))}
          </ul>
        )}
        {total > limit && (
          <div className="flex">
            <Pager state={{ ...state, limit }} total={total} />
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
