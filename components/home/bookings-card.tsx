import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { UtilizationReport } from "@/lib/insight/reports/schema";

import { BarChart } from "../charts/bar-chart";
import { ChartFrame } from "../charts/chart-frame";
import { ChartCard } from "./chart-card";
import { useDayWords } from "./day-words";

/** How many bookings each day has. */
export function BookingsCard({ report }: { report: UtilizationReport }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const day = useDayWords();
  const { from, to, total } = report;
  const points = report.groups.map(({ key, bookings }) => ({
    key,
    label: day(key, "full"),
    short: day(key, "short"),
    value: bookings,
    text: t("bookingsCount", { count: bookings }),
  }));
  return (
    <ChartCard
      id="bookings"
      title={t("bookingsByDay")}
      text={t("bookingsByDayText")}
      className="lg:col-span-2"
      empty={
        total.bookings === 0 && {
          icon: CalendarDays,
          title: t("startsEmpty"),
          text: t("startsEmptyText"),
        }
      }
    >
      <ChartFrame
        tableLabel={t("asTable")}
        summary={t("tableOf", { title: t("bookingsByDay") })}
        head={[t("day"), t("bookings")]}
        rows={points.map(({ label, value }) => [label, format.number(value)]).toReversed()}
      >
        <BarChart
          title={t("bookingsByDay")}
          description={t("bookingsDescription", {
            from: day(from, "short"),
            to: day(to, "short"),
            total: total.bookings,
          })}
          points={points}
          unit={{ kind: "count" }}
        />
      </ChartFrame>
    </ChartCard>
  );
}
