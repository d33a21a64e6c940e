import { getFormatter, getTranslations } from "next-intl/server";

import { readDay } from "@/app/_console/bookings/read-day";
import { DayList } from "@/components/day-timeline/day-list";
import { LazyDayTimeline } from "@/components/day-timeline/lazy-day-timeline";
import { PageHead } from "@/components/shell/page-head";
import { alikePlaces } from "@/components/station/place-groups";
import { PlacesLine } from "@/components/station/places-line";
import { zoneName } from "@/components/station/zone-name";
import { DayChoice, StationChoice } from "@/components/table/day-choice";
import { dayOf, readTable, type Search } from "@/components/table/table-state";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { readStation } from "@/lib/sites/stations";

import { dayActions, path } from "./day-deeds";
import { dayWords } from "./day-words";

/** The day of one station: its places against the hours, and its bookings with what can be decided. */
export async function showOneStation(
  ctx: Context,
  stations: readonly { readonly id: string; readonly name: string }[],
  stationId: string,
  search: Search,
) {
  const t = await getTranslations("day");
  const format = await getFormatter();
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
    <>
      <PageHead
        title={t("title")}
        lead={t("lead", { day: dayWords(format, date), zone: zoneName(timeZone) })}
      />
      <div className="space-y-4">
        <DayChoice {...{ date, today }} href={(other) => href({ date: other })}>
          <StationChoice
            {...{ stations, stationId }}
            field="station"
            allLabel={stations.length > 1 ? t("all") : undefined}
          />
        </DayChoice>
        <PlacesLine connectors={connectors} />
        <LazyDayTimeline day={{ ...day, places }} path={path} actions={dayActions} />
        <p className="text-sm text-ink-soft max-sm:hidden">{t("legend")}</p>
        <DayList
          bookings={day.bookings}
          isMixed={alikePlaces(connectors).length > 1}
          starts={day.starts}
          path={path}
          actions={dayActions}
        />
      </div>
    </>
  );
}
