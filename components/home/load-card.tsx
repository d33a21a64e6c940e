import { CalendarX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { OfficeDashboard } from "@/lib/reports/schema";

import { BarList } from "../charts/bar-list";
import { ChartCard } from "./chart-card";
import { useRateWords } from "./rate-words";

/** So many stations are named; the others are a link away. */
const named = 5;

/** How full today is at each station. */
export function LoadCard({ load }: { load: OfficeDashboard["load"] }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const rate = useRateWords();
  const hours = (minutes: number) =>
    Number(format.number(minutes / 60, { maximumFractionDigits: 1, useGrouping: false }));
  return (
    <ChartCard
      id="load"
      title={t("today")}
      text={load.length > 0 ? t("todayText") : undefined}
      empty={load.length === 0 && { icon: CalendarX, title: t("noSlots"), text: t("noSlotsText") }}
    >
      <BarList
        label={t("today")}
        rows={load.slice(0, named).map((station) => ({
          id: station.stationId,
          name: station.name,
          href: `/backoffice/day?station=${station.stationId}`,
          share: station.rate ?? 0,
          text: rate(station.rate),
          detail: t("hours", {
            booked: hours(station.bookedMinutes),
            offered: hours(station.offeredMinutes),
          }),
        }))}
      />
      {load.length > named && (
        <p className="mt-3 text-sm">
          <Link href="/backoffice/stations" className="link">
            {t("allStations", { count: load.length })}
          </Link>
        </p>
      )}
    </ChartCard>
  );
}
