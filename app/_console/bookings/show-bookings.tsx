import { CalendarX2, Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { type BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { TimedRefresh } from "@/components/live/timed-refresh";
import { SearchField } from "@/components/table/search-field";
import { DayRange } from "@/components/table/day-range";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search, textOf } from "@/components/table/table-state";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { listBookings } from "@/lib/charging/bookings";
import { bookingStatus, ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";

import { approve, cancel, move, reject } from "./actions";
import { bookingColumns } from "./booking-columns";

/** A station to filter by. */
interface StationChoice {
  readonly id: string;
  readonly name: string;
}

/** The bookings that the reader may see, by number, owner, business, station, status and day. */
export async function showBookings(
  ctx: Context,
  path: string,
  search: Search,
  stations: readonly StationChoice[],
  businesses: readonly BusinessChoice[] = [],
) {
  const t = await getTranslations("staffBookings");
  const query = readQuery(search);
  const isQueue = query.status === "Pending";
  const state = readTable(path, search, {
    sorts: ["startsAt", "createdAt"],
    // What waits stands by urgency: at its start it is declined by itself.
    sort: isQueue ? "startsAt" : "-startsAt",
  });
  const found = await listBookings(ctx, {
    ...ListBookings.parse({ ...query, sort: state.sort }),
    page: state.page,
    limit: state.limit,
  });
  const said = Object.entries({ ...query, sort: state.sort }).filter(([, value]) => value);
  const isOneStation = stations.length === 0 && query.stationId;
  const only = query.conflict ? "onlyConflicts" : isOneStation ? "onlyStation" : undefined;
  const waiting = state.cleared === null ? await countWaiting(ctx) : 0;
  return (
    <ListPage
      words={t}
      lead={isQueue ? t("leadWaiting") : undefined}
      live={["booking.", "session."]}
      client={["staffBookings"]}
      actions={
        <a
          href={`/api/v1/exports/bookings.csv?${new URLSearchParams(said as [string, string][])}`}
          className={buttonClass({ look: "secondary" })}
          download
        >
          <Download aria-hidden />
          {t("export")}
        </a>
      }
      notice={
        <>
          {isQueue && <TimedRefresh seconds={60} />}
          {waiting > 0 && (
            <Notice kind="warning">
              {t("waiting", { count: waiting })}{" "}
              <Link href={state.href({ status: "Pending", sort: null })} className="link">
                {t("showWaiting")}
              </Link>
            </Notice>
          )}
          {only && (
            <Notice kind="info">
              {t(only)}{" "}
              <Link
                href={state.href({ conflict: null, stationId: null, station: null })}
                className="link"
              >
                {t("showAll")}
              </Link>
            </Notice>
          )}
        </>
      }
      // Where there is nothing to choose it from, the station of the address stays.
      keep={{
        conflict: query.conflict,
        ...(stations.length === 0 && { stationId: query.stationId }),
      }}
      state={state}
      found={found}
      columns={await bookingColumns(path, { approve, reject, cancel, move }, ctx.clock.now())}
      icon={CalendarX2}
      filters={
        <>
          <SearchField label={t("search")} value={query.search} />
          {businesses.length > 0 && (
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={query.businessId}
              options={namedOptions(businesses)}
            />
          )}
          {stations.length > 0 && (
            <SelectFilter
              key={query.businessId}
              name="stationId"
              label={t("station")}
              value={query.stationId}
              options={namedOptions(stations)}
            />
          )}
          <EnumFilter
            name="status"
            label={t("status")}
            value={query.status}
            of={bookingStatus}
            words={(value) => t(`statuses.${value}`)}
          />
          <DayRange from={query.from} to={query.to} words={t} />
        </>
      }
    />
  );
}

/** How many bookings wait for approval, as the navigation counts them. */
async function countWaiting(ctx: Context): Promise<number> {
  const asked = ListBookings.parse({ view: "upcoming", status: "Pending" });
  return (await listBookings(ctx, { ...asked, page: 1, limit: 1 })).total;
}

const names = ["search", "stationId", "businessId", "status", "conflict", "from", "to"] as const;

/** `station` is how other pages name it. */
function readQuery(search: Search) {
  const stationId = textOf(search, "stationId") ?? textOf(search, "station");
  return readFilters(ListBookings, { ...search, stationId }, names);
}
