import { useTranslations } from "next-intl";

import type { GroupBy, ReportName } from "@/lib/insight/reports/schema";

import { BarChart } from "../charts/bar-chart";
import { ChartFrame } from "../charts/chart-frame";
import { LineChart } from "../charts/line-chart";
import type { Unit } from "../charts/scale";
import { useDayWords } from "../home/day-words";
import { useGroupWords } from "./group-words";
import { ReportCard, type Asked } from "./report-card";

/** A group of the series: its value, that in words, and its row of the table. */
export interface SeriesGroup {
  readonly key: string;
  readonly value: number | null;
  readonly text: string;
  readonly cells: readonly string[];
}

/** A report that goes through time, as bars or a line, with its numbers as a table one tap away. */
export function SeriesCard({
  name,
  title,
  chart,
  unit,
  report: { from, to, groupBy },
  groups,
  head,
  total,
  before,
  noBefore,
  note,
  isEmpty,
  asked,
}: {
  name: ReportName;
  /** Where a report has several series, which this is. */
  title?: string;
  chart: "bars" | "line";
  unit: Unit;
  report: { readonly from: string; readonly to: string; readonly groupBy: GroupBy };
  groups: readonly SeriesGroup[];
  /** Titles of the cells. */
  head: readonly string[];
  total: string;
  /** The same of the days before; null where there was nothing that it could be of. */
  before: string | null;
  /** What to say then. */
  noBefore?: string;
  note?: string;
  /** Whether there was nothing that the series could be of. */
  isEmpty: boolean;
  asked: Asked;
}) {
  const t = useTranslations("reports");
  const words = useGroupWords(groupBy);
  const day = useDayWords();
  const named = title ?? t(`names.${name}`);
  const points = groups.map(({ key, value, text }) => ({
    key,
    label: words(key, "full"),
    short: words(key, "short"),
    value,
    text,
  }));
  const Chart = chart === "bars" ? BarChart : LineChart;
  return (
    <ReportCard
      {...{ name, title, asked, total, before, noBefore, note, isEmpty }}
      id={unit.kind === "money" ? `${name}-${unit.currency}` : name}
    >
      <ChartFrame
        tableLabel={t("asTable")}
        summary={t("tableOf", { title: named })}
        head={[t(`columns.${groupBy}`), ...head]}
        rows={groups.map(({ key, cells }) => [words(key, "full"), ...cells]).toReversed()}
      >
        <Chart
          title={named}
          description={t("description", { from: day(from, "short"), to: day(to, "short"), total })}
          points={points}
          unit={unit}
        />
      </ChartFrame>
    </ReportCard>
  );
}
