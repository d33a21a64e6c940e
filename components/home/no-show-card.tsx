import { UserX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { NoShowReport } from "@/lib/insight/reports/schema";

import { ChartFrame } from "../charts/chart-frame";
import { LineChart } from "../charts/line-chart";
import { ChartCard } from "./chart-card";
import { useDayWords } from "./day-words";
import { useRateWords } from "./rate-words";

/** How many of the bookings due nobody came for, week by week. */
export function NoShowCard({ report }: { report: NoShowReport }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const day = useDayWords();
  const rate = useRateWords();
  const points = report.groups.map((week) => ({
    key: week.key,
    label: t("weekOf", { day: day(week.key, "short") }),
    short: day(week.key, "short"),
    value: week.rate,
    text:
      week.rate === null
        ? t("nothingDue")
        : `${rate(week.rate)} (${t("noShowsOf", { noShows: week.noShows, due: week.due })})`,
    cells: [rate(week.rate), format.number(week.noShows), format.number(week.due)],
  }));
  return (
    <ChartCard
      id="no-shows"
      title={t("noShowsByWeek")}
      text={t("noShowsByWeekText")}
      empty={
        report.total.due === 0 && {
          icon: UserX,
          title: t("noShowsEmpty"),
          text: t("noShowsEmptyText"),
        }
      }
    >
      <ChartFrame
        tableLabel={t("asTable")}
        summary={t("tableOf", { title: t("noShowsByWeek") })}
        head={[t("week"), t("rate"), t("noShows"), t("due")]}
        rows={points.map(({ label, cells }) => [label, ...cells]).toReversed()}
      >
        <LineChart
          title={t("noShowsByWeek")}
          description={t("noShowsDescription", { rate: rate(report.total.rate) })}
          points={points}
          unit={{ kind: "percent" }}
        />
      </ChartFrame>
    </ChartCard>
  );
}
