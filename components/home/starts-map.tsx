import { useFormatter, useTranslations } from "next-intl";

import type { StartsReport } from "@/lib/insight/reports/schema";

import { ChartFrame } from "../charts/chart-frame";
import { HeatMap } from "../charts/heat-map";
import { useHourWords } from "./hour-words";
import { useWeekdayWords } from "./weekday-words";

/** Hours with a word below the map. */
const named = [0, 6, 12, 18];

/** A week of squares: the more bookings hold a place in an hour, the stronger. */
export function StartsMap({ report }: { report: StartsReport }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const weekdayWords = useWeekdayWords();
  const words = useHourWords();
  const clock = (hour: number) => words(`${hour}:00`);
  const cells = report.weekdays.flatMap(({ weekday, hours }) =>
    hours.map((bookings, hour) => ({
      label: t("at", {
        weekday: weekdayWords(weekday, "long"),
        from: clock(hour),
        to: clock(hour + 1),
      }),
      value: bookings,
      text: t("bookingsCount", { count: bookings }),
    })),
  );
  return (
    <ChartFrame
      tableLabel={t("asTable")}
      summary={t("tableOf", { title: t("starts") })}
      head={[t("hour"), ...report.weekdays.map(({ weekday }) => weekdayWords(weekday, "short"))]}
      rows={Array.from({ length: 24 }, (_, hour) => [
        `${clock(hour)}–${clock(hour + 1)}`,
        ...report.weekdays.map(({ hours }) => format.number(hours[hour] ?? 0)),
      ])}
    >
      <HeatMap
        title={t("starts")}
        description={t("startsDescription", { total: report.total })}
        rows={report.weekdays.map(({ weekday }) => weekdayWords(weekday, "short"))}
        columns={Array.from({ length: 24 }, (_, hour) =>
          named.includes(hour) ? clock(hour) : null,
        )}
        cells={cells}
        fewer={t("fewer")}
        more={t("more")}
      />
    </ChartFrame>
  );
}
