import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";

import { readStackedDay } from "@/app/_console/bookings/read-stacked-day";
import { readerZone } from "@/app/_console/reader-zone";
import { DayList } from "@/components/day-timeline/day-list";
import type { StackedStation } from "@/components/day-timeline/day-stack";
import { LazyDayStack } from "@/components/day-timeline/lazy-day-timeline";
import type { AssignableStation } from "@/components/operator/station-checklist";
import { PageHead } from "@/components/shell/page-head";
import { zoneName } from "@/components/station/zone-name";
import { DayChoice } from "@/components/table/day-choice";
import { readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { dayOf, readTable, type Search } from "@/components/table/table-state";
import { Notice } from "@/components/ui/notice";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { SearchStations } from "@/lib/sites/stations/schema";

import { dayActions, path } from "./day-deeds";
import { dayWords } from "./day-words";

/** The day of all stations, one below the other; those where nothing is booked are named below them. */
export async function showAllStations(
  ctx: Context,
  stations: readonly AssignableStation[],
  search: Search,
) {
  const t = await getTranslations("day");
  const format = await getFormatter();
  const timeZone = await readerZone(ctx);
  const today = calendarDay(ctx.clock.now(), timeZone);
  const date = dayOf(search, "date") ?? today;
  const searched = readSearched(SearchStations, search, "search");
  const { value: wanted } = searched;
  const { bookings, starts, all, shown, ...span } = await readStackedDay(ctx, date, timeZone);
  const { href } = readTable("/backoffice/day", search, { sorts: [], sort: "" });
  const matching = stations
    .filter((station) => !wanted || isMatch(station, wanted))
    .map(({ id, name }) => ({
      id,
      name,
      href: href({ station: id, search: null, date }),
      bookings: bookings.get(id) ?? [],
    }));
  const busy = matching.filter((station) => station.bookings.length > 0);
  const idle = matching.filter((station) => station.bookings.length === 0);
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead", { day: dayWords(format, date), zone: zoneName(timeZone) })}
      />
      <div className="space-y-4">
        <DayChoice {...{ date, today }} href={(other) => href({ date: other })}>
          <SearchField label={t("search")} searched={searched} />
        </DayChoice>
        {shown < all && <Notice kind="warning">{t("tooMany", { shown, all })}</Notice>}
        {matching.length === 0 && <p className="text-ink-soft">{t("noMatch")}</p>}
        {busy.length > 0 && (
          <>
            <LazyDayStack
              day={{ ...span, timeZone, stations: busy, starts }}
              path={path}
              actions={dayActions}
            />
            <p className="text-sm text-ink-soft max-sm:hidden">{t("stackLegend")}</p>
            <div className="space-y-6 sm:hidden">
              {busy.map((station) => (
                <section key={station.id} className="space-y-2">
                  <h2 className="text-base font-semibold wrap-anywhere">
                    <Link href={station.href} className="link">
                      {station.name}
                    </Link>
                  </h2>
                  <DayList
                    bookings={station.bookings}
                    isMixed={false}
                    name={t("bookedAt", { station: station.name })}
                    {...{ starts, path }}
                    actions={dayActions}
                  />
                </section>
              ))}
            </div>
          </>
        )}
        {idle.length > 0 && <Idle stations={idle} isOpen={busy.length === 0} />}
      </div>
    </>
  );
}

/** The stations where nothing is booked, which lead to their own days. */
async function Idle({
  stations,
  isOpen,
}: {
  stations: readonly StackedStation[];
  isOpen: boolean;
}) {
  const t = await getTranslations("day");
  return (
    <details open={isOpen} className="rounded-lg border bg-surface p-4 text-sm">
      <summary className="cursor-pointer font-medium">
        {t("nothingAt", { count: stations.length })}
      </summary>
      <ul className="mt-3 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {stations.map(({ id, name, href }) => (
          <li key={id}>
            <Link href={href} className="link inline-block py-1.5 wrap-anywhere">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const isMatch = ({ name, address }: AssignableStation, wanted: string) =>
  `${name} ${address}`.toLowerCase().includes(wanted.toLowerCase());
