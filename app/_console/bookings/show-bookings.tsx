import { CalendarX2, Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";

import { type BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { Approvals } from "@/components/approvals/approvals";
import { ClientMessages } from "@/components/i18n/client-messages";
import { TimedRefresh } from "@/components/live/timed-refresh";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { ListPage } from "@/components/table/list-page";
import { readTable, type Search, type TableState, textOf } from "@/components/table/table-state";
import { ViewTabs } from "@/components/table/view-tabs";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";

import { approve, cancel, move, reject } from "./actions";
import { readerZone } from "@/app/_console/reader-zone";
import { bookingColumns } from "./booking-columns";
import { BookingFilters, type StationChoice } from "./booking-filters";
import {
  askedIn,
  bookingViews,
  type BookingsQuery,
  type BookingsView,
  countViews,
  readQuery,
  todayIn,
  viewOf,
} from "./read-view";

/** What a new business does before anybody can book. */
interface FirstStep {
  readonly text: string;
  readonly action: ReactNode;
}

/** The bookings that the reader may see: by view, and by number, owner, business, station, status and day. */
export async function showBookings(
  ctx: Context,
  path: string,
  search: Search,
  stations: readonly StationChoice[],
  businesses: readonly BusinessChoice[] = [],
  first?: () => Promise<FirstStep | undefined>,
) {
  const t = await getTranslations("staffBookings");
  const query = readQuery(search);
  const view = viewOf(search, query);
  const today = todayIn(ctx, await readerZone(ctx));
  const asked = askedIn(view, query, today);
  const state = readTable(path, search, { sorts: ["startsAt", "createdAt"], sort: asked.sort });
  const searched = readSearched(ListBookings, search, "search");
  const found = await findSearched(searched, () =>
    listBookings(ctx, {
      ...ListBookings.parse({ ...asked, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    }),
  );
  const said = Object.entries({ ...asked, sort: state.sort }).filter(([, value]) => value);
  const numbers = Object.fromEntries(
    found.items.filter(({ can }) => can.includes("approve")).map(({ id, number }) => [id, number]),
  );
  const zone = oneZone(found.items);
  const list = (
    <ListPage
      words={t}
      lead={t(`leads.${view}`)}
      live={["booking.", "session."]}
      client={["staffBookings"]}
      actions={
        !searched.isTooLong && (
          <a
            href={`/api/v1/exports/bookings.csv?${new URLSearchParams(said as [string, string][])}`}
            className={buttonClass({ look: "secondary" })}
            download
          >
            <Download aria-hidden />
            {t("export")}
          </a>
        )
      }
      notice={
        <>
          {view === "waiting" && <TimedRefresh seconds={60} />}
          <Views
            {...{ state, view }}
            counts={searched.isTooLong ? {} : await countViews(ctx, query, today)}
          />
          <Only query={query} isOneStation={stations.length === 0} state={state} />
        </>
      }
      // Where there is nothing to choose it from, the station of the address stays.
      keep={{
        // Where what waits was asked for by its status, that is no filter of this view.
        view: view === "waiting" ? view : textOf(search, "view"),
        conflict: query.conflict,
        ownerId: query.ownerId,
        ...(stations.length === 0 && { stationId: query.stationId }),
      }}
      state={state}
      found={found}
      columns={await bookingColumns({
        path,
        dayPath: dayPathOf(path),
        actions: { approve, reject, cancel, move },
        now: ctx.clock.now(),
        waiting: Object.keys(numbers),
        zone,
        hideStatus: view === "waiting",
      })}
      isSteady={view === "waiting"}
      icon={CalendarX2}
      fresh={{ title: t(`noneIn.${view}`), ...(found.total === 0 && (await first?.())) }}
      filters={<BookingFilters {...{ query, searched, view, stations, businesses }} />}
    />
  );
  return (
    <ClientMessages of={["staffBookings"]}>
      <Approvals list={state.href({})} numbers={numbers}>
        {list}
      </Approvals>
    </ClientMessages>
  );
}

/** The ways to look at the list; each begins with its own order. */
async function Views({
  state,
  view,
  counts,
}: {
  state: TableState;
  view: BookingsView;
  counts: Partial<Record<BookingsView, number>>;
}) {
  const t = await getTranslations("staffBookings");
  const fresh = { status: null, from: null, to: null, sort: null };
  return (
    <ViewTabs
      label={t("views.label")}
      views={bookingViews.map((id) => ({
        id,
        title: t(`views.${id}`),
        href: state.href({ ...fresh, view: id }),
        count: counts[id],
        isChosen: id === view,
        isAlert: id === "waiting",
      }))}
    />
  );
}

/** That only some are shown, where no filter on the page says it. */
async function Only({
  query,
  isOneStation,
  state,
}: {
  query: BookingsQuery;
  isOneStation: boolean;
  state: TableState;
}) {
  const t = await getTranslations("staffBookings");
  const only = query.conflict
    ? "onlyConflicts"
    : query.ownerId
      ? "onlyOwner"
      : isOneStation && query.stationId
        ? "onlyStation"
        : undefined;
  if (!only) return null;
  return (
    <Notice kind="info">
      {t(only)}{" "}
      <Link
        href={state.href({ conflict: null, ownerId: null, stationId: null, station: null })}
        className="link"
      >
        {t("showAll")}
      </Link>
    </Notice>
  );
}

/** The zone of all of them, which is then said once; null where they differ. */
function oneZone(items: readonly { readonly timeZone: string }[]): string | null {
  const zones = new Set(items.map(({ timeZone }) => timeZone));
  return zones.size === 1 ? (items[0]?.timeZone ?? null) : null;
}

/** An office has a page of a station's day. */
const dayPathOf = (path: string) =>
  path.startsWith("/backoffice") ? "/backoffice/day" : undefined;
