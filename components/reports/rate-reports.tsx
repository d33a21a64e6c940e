import { useFormatter, useTranslations } from "next-intl";

import type { NoShowReport, UtilizationReport } from "@/lib/insight/reports/schema";

import { useRateWords } from "../home/rate-words";
import type { Asked } from "./report-card";
import { SeriesCard } from "./series-card";

/** Time that bookings took of the time offered. */
export function UsedTime({ report, asked }: { report: UtilizationReport; asked: Asked }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const rate = useRateWords();
  return (
    <SeriesCard
      name="utilization"
      chart="line"
      unit={{ kind: "percent" }}
      report={report}
      groups={report.groups.map((group) => ({
        key: group.key,
        value: group.rate,
        text: rate(group.rate),
        cells: [
          rate(group.rate),
          format.number(group.bookedMinutes),
          format.number(group.offeredMinutes),
        ],
      }))}
      head={[t("columns.rate"), t("columns.bookedMinutes"), t("columns.offeredMinutes")]}
      total={rate(report.total.rate)}
      before={report.before.total.rate === null ? null : rate(report.before.total.rate)}
      noBefore={t("noBefore.utilization")}
      isEmpty={report.total.offeredMinutes === 0}
      asked={asked}
    />
  );
}

/** Bookings that nobody came to, of those that were due. */
export function MissedBookings({ report, asked }: { report: NoShowReport; asked: Asked }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const rate = useRateWords();
  return (
    <SeriesCard
      name="no-shows"
      chart="line"
      unit={{ kind: "percent" }}
      report={report}
      groups={report.groups.map((group) => ({
        key: group.key,
        value: group.rate,
        text: `${rate(group.rate)} (${t("ofBookings", { part: group.noShows, whole: group.due })})`,
        cells: [rate(group.rate), format.number(group.noShows), format.number(group.due)],
      }))}
      head={[t("columns.rate"), t("columns.noShows"), t("columns.due")]}
      total={rate(report.total.rate)}
      before={report.before.total.rate === null ? null : rate(report.before.total.rate)}
      noBefore={t("noBefore.no-shows")}
      isEmpty={report.total.due === 0}
      asked={asked}
    />
  );
}
