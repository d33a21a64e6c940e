import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";

import type { StartsReport } from "@/lib/insight/reports/schema";

import { ChartCard } from "./chart-card";
import { StartsMap } from "./starts-map";

/** On which weekday and hour places are taken. */
export function StartsCard({ report }: { report: StartsReport }) {
  const t = useTranslations("consoleHome");
  return (
    <ChartCard
      id="starts"
      title={t("starts")}
      text={t("startsText")}
      empty={
        report.total === 0 && {
          icon: CalendarDays,
          title: t("startsEmpty"),
          text: t("startsEmptyText"),
        }
      }
    >
      <StartsMap report={report} />
    </ChartCard>
  );
}
