import { PlugZap } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { DayList } from "@/components/day-timeline/day-list";
import { LazyDayTimeline } from "@/components/day-timeline/lazy-day-timeline";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { DayChoice } from "@/components/table/day-choice";
import { dayOf, readTable, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { alikePlaces } from "@/components/station/place-groups";
import { PlacesLine } from "@/components/station/places-line";
import { zoneName } from "@/components/station/zone-names";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/calendar";
import { page } from "@/lib/http/page";
import { readStation } from "@/lib/sites/stations";

import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";
import { ownStations } from "@/app/_console/stations/own-stations";
import { readDay } from "@/app/_console/bookings/read-day";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("day"))("title") };
}

const path = "/backoffice/bookings";
const actions = { approve, reject, cancel, move };

/** Where the next driver comes to: the station that one wants to see unless one says otherwise. */
async function nextStation(ctx: Context): Promise<string | undefined> {
  const query = ListBookings.parse({ view: "upcoming", sort: "startsAt" });
  const { items } = await listBookings(ctx, { ...query, from: ctx.clock.now(), page: 1, limit: 1 });
  return items[0]?.stationId;
}

export default page({
  area: "backoffice",
  permission: "capacity.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("day");
    const format = await getFormatter();
    const stations = await ownStations(ctx);
    const wanted = textOf(search, "station");
    const stationId =
      stations.find(({ id }) => id === wanted)?.id ?? (await nextStation(ctx)) ?? stations[0]?.id;
    if (!stationId) {
      return (
        <EmptyState
          icon={PlugZap}
          title={t("noStations")}
          action={<ButtonLink href="/backoffice/stations/new">{t("addStation")}</ButtonLink>}
        >
          {t("noStationsText")}
        </EmptyState>
      );
    }
    const { timeZone, connectors } = await readStation(ctx, stationId);
    const today = calendarDay(ctx.clock.now(), timeZone);
    const date = dayOf(search, "date") ?? today;
    const day = await readDay(ctx, stationId, date);
    const places = connectors.map(({ number, standards, maxPowerKw }) => ({
      number,
      standards,
      maxPowerKw,
    }));
    const { href } = readTable("/backoffice/day", { station: stationId }, { sorts: [], sort: "" });
    return (
      <ClientMessages of={["table", "day", "staffBookings", "places"]}>
        <LiveRefresh of={["booking.", "session.", "schedule.", "station."]} />
        <PageHead
          title={t("title")}
          lead={t("lead", {
            day: format.dateTime(new Date(`${date}T12:00:00Z`), {
              weekday: "long",
              day: "numeric",
              month: "long",
              year: "numeric",
              timeZone: "UTC",
            }),
            zone: zoneName(timeZone),
          })}
        />
        <div className="space-y-4">
          <DayChoice
            {...{ stations, stationId, date, today }}
            field="station"
            href={(date) => href({ date })}
          />
          <PlacesLine connectors={connectors} />
          <LazyDayTimeline day={{ ...day, places }} path={path} actions={actions} />
          <p className="text-sm text-ink-soft max-sm:hidden">{t("legend")}</p>
          <DayList
            bookings={day.bookings}
            isMixed={alikePlaces(connectors).length > 1}
            starts={day.starts}
            {...{ path, actions }}
          />
        </div>
      </ClientMessages>
    );
  },
});
