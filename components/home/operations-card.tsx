import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import type { Operations } from "@/lib/insight/suggestions/schema";

import { BookingTime } from "../booking/booking-time";
import { ChartCard } from "./chart-card";
import { useHourWords } from "./hour-words";
import { useRateWords } from "./rate-words";
import { useWeekdayWords } from "./weekday-words";

/** What an office would best look at, each with its numbers; nothing where nothing stands out. */
export function OperationsCard({ told }: { told: Operations }) {
  const t = useTranslations("officeSuggestions");
  const rate = useRateWords();
  const weekdayWords = useWeekdayWords();
  const hour = useHourWords();
  const { quietWindows, soldOut, failingConnectors } = told;
  const groups: readonly Group[] = [
    {
      title: t("soldOut"),
      rows: soldOut.map(({ station, weekday, from, to, weeks, offeredWeeks }) => ({
        id: `${station.id} ${weekday} ${from}`,
        station: station.name,
        href: `/backoffice/day?station=${station.id}`,
        what: t("hours", {
          weekday: weekdayWords(weekday, "long"),
          from: hour(from),
          to: hour(to),
        }),
        numbers: t("soldOutNumbers", { weeks, offeredWeeks }),
      })),
    },
    {
      title: t("failing"),
      rows: failingConnectors.map(({ station, connectorId, number, ...numbers }) => ({
        id: connectorId,
        station: station.name,
        href: `/backoffice/stations/${station.id}`,
        what: t("connector", { number }),
        numbers: t("failingNumbers", numbers),
      })),
    },
    {
      title: t("quiet"),
      rows: quietWindows.map(({ station, startsAt, endsAt, usualShare, ...numbers }) => ({
        id: `${station.id} ${startsAt}`,
        station: station.name,
        href: `/backoffice/stations/${station.id}/schedule`,
        what: <BookingTime startsAt={startsAt} endsAt={endsAt} timeZone={station.timeZone} />,
        numbers: t("quietNumbers", { ...numbers, share: rate(usualShare) }),
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  return (
    <ChartCard id="stands-out" title={t("title")} text={t("text")} className="lg:col-span-2">
      <div className="grid gap-6 lg:auto-cols-fr lg:grid-flow-col">
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-2 text-sm font-semibold">{title}</h3>
            <ul className="divide-y text-sm">
              {rows.map(({ id, station, href, what, numbers }) => (
                <li key={id} className="py-2 first:pt-0 last:pb-0">
                  <Link href={href} className="link">
                    {station}
                  </Link>
                  <p className="tabular">{what}</p>
                  <p className="tabular text-ink-soft">{numbers}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ChartCard>
  );
}

interface Group {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly station: string;
    readonly href: string;
    readonly what: ReactNode;
    readonly numbers: string;
  }[];
}
