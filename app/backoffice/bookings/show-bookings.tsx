import { CalendarX2, Download } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, type Search, textOf } from "@/components/table/table-state";
import { buttonClass } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { listBookings } from "@/lib/bookings";
import { bookingStatus, ListBookings } from "@/lib/bookings/schema";
import type { Context } from "@/lib/core/context";
import { isUuid } from "@/lib/core/ids";
import { isCalendarDay } from "@/lib/core/calendar";

import { approve, cancel, move, reject } from "./actions";
import { bookingColumns } from "./booking-columns";

/** A station to filter by. */
interface StationChoice {
  readonly id: string;
  readonly name: string;
}

/** The bookings that the reader may see, by number, owner, station, status and day. */
export async function showBookings(
  ctx: Context,
  path: string,
  search: Search,
  stations: readonly StationChoice[],
) {
  const t = await getTranslations("staffBookings");
  const state = readTable(path, search, { sorts: ["startsAt", "createdAt"], sort: "-startsAt" });
  const query = readQuery(search);
  const found = await listBookings(ctx, {
    ...ListBookings.parse({ ...query, sort: state.sort }),
    page: state.page,
    limit: state.limit,
  });
  const said = Object.entries({ ...query, sort: state.sort }).filter(([, value]) => value);
  const day = (name: "from" | "to") => (
    <label className="text-sm">
      <span className="mb-1 block text-ink-soft">{t(name)}</span>
      <Input type="date" name={name} defaultValue={query[name]} />
    </label>
  );
  return (
    <ClientMessages of={["table", "staffBookings"]}>
      <LiveRefresh of={["booking.", "session."]} />
      <PageHead title={t("title")} lead={t("lead")}>
        <a
          href={`/api/v1/exports/bookings.csv?${new URLSearchParams(said as [string, string][])}`}
          className={buttonClass({ look: "secondary" })}
          download
        >
          <Download aria-hidden />
          {t("export")}
        </a>
      </PageHead>
      <div className="space-y-4">
        <FilterForm
          label={t("filters")}
          keep={{
            sort: state.sort,
            hide: [...state.hidden].join(","),
            conflict: query.conflict ?? "",
            // Where there is nothing to choose it from, the station of the address stays.
            ...(stations.length === 0 && { stationId: query.stationId ?? "" }),
          }}
        >
          <SearchField label={t("search")} value={query.search} />
          {stations.length > 0 && (
            <SelectFilter
              name="stationId"
              label={t("station")}
              value={query.stationId}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectFilter
            name="status"
            label={t("status")}
            value={query.status}
            options={bookingStatus.options.map((value) => ({
              value,
              label: t(`statuses.${value}`),
            }))}
          />
          <span className="flex gap-3">
            {day("from")}
            {day("to")}
          </span>
        </FilterForm>
        <DataTable
          caption={t("title")}
          columns={await bookingColumns(path, { approve, reject, cancel, move })}
          rows={found.items}
          total={found.total}
          state={state}
          keyOf={({ id }) => id}
          empty={{ icon: CalendarX2, title: t("none"), text: t("noneText") }}
        />
      </div>
    </ClientMessages>
  );
}

/** What makes no sense in the address counts as not said. `station` is how other pages name it. */
function readQuery(search: Search) {
  const day = (name: string) => {
    const text = textOf(search, name);
    return text && isCalendarDay(text) ? text : undefined;
  };
  const stationId = textOf(search, "stationId") ?? textOf(search, "station");
  return {
    search: textOf(search, "search")?.slice(0, 40),
    stationId: stationId && isUuid(stationId) ? stationId : undefined,
    status: bookingStatus.safeParse(textOf(search, "status")).data,
    conflict: textOf(search, "conflict") === "true" ? "true" : undefined,
    from: day("from"),
    to: day("to"),
  };
}
