import { CalendarX, PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import type { OfficeDashboard } from "@/lib/insight/reports/schema";

import { BarList } from "../charts/bar-list";
import { ButtonLink } from "../ui/button-link";
import { ChartCard } from "./chart-card";
import { useRateWords } from "./rate-words";

/** So many stations are named; the others are a link away. */
const named = 5;

/** How full today is at each station. */
export function LoadCard({ figures }: { figures: OfficeDashboard }) {
  const { load } = figures;
  const t = useTranslations("consoleHome");
  const rate = useRateWords();
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  const emptiness =
    figures.stations === 0
      ? {
          icon: PlugZap,
          title: t("noStations"),
          text: t("noStationsText"),
          action: <ButtonLink href="/backoffice/stations/new">{t("addStation")}</ButtonLink>,
        }
      : {
          icon: CalendarX,
          title: t("noSlots"),
          text: t("noSlotsText"),
          action: (
            <ButtonLink href="/backoffice/stations" look="secondary">
              {t("toStations")}
            </ButtonLink>
          ),
        };
  return (
    <ChartCard
      id="load"
      title={t("today")}
      text={load.length > 0 ? t("todayText") : undefined}
      empty={load.length === 0 && emptiness}
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
