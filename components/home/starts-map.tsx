import { useFormatter, useTranslations } from "next-intl";

import { dayMs } from "@/lib/core/durations";
import type { StartsReport } from "@/lib/insight/reports/schema";

import { ChartFrame } from "../charts/chart-frame";
import { HeatMap } from "../charts/heat-map";

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
/** Hours with a word below the map. */
const named = [0, 6, 12, 18];
/** A Monday, to take the words of weekdays from. */
const monday = Date.UTC(2024, 0, 1, 12);

/** A week of squares: the more bookings start in an hour, the stronger. */
export function StartsMap({ report }: { report: StartsReport }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const weekday = (index: number, form: "long" | "short") =>
    format.dateTime(new Date(monday + index * dayMs), { weekday: form, timeZone: "UTC" });
  const cells = report.weekdays.flatMap(({ hours }, index) =>
    hours.map((bookings, hour) => ({
      label: t("at", { weekday: weekday(index, "long"), from: clock(hour), to: clock(hour + 1) }),
      value: bookings,
      text: t("bookingsCount", { count: bookings }),
    })),
  );
  return (
    <ChartFrame
      tableLabel={t("asTable")}
      summary={t("tableOf", { title: t("starts") })}
      head={[t("hour"), ...report.weekdays.map((_, index) => weekday(index, "short"))]}
      rows={Array.from({ length: 24 }, (_, hour) => [
        `${clock(hour)}–${clock(hour + 1)}`,
        ...report.weekdays.map(({ hours }) => format.number(hours[hour] ?? 0)),
      ])}
    >
      <HeatMap
        title={t("starts")}
        description={t("startsDescription", { total: report.total })}
        rows={report.weekdays.map((_, index) => weekday(index, "short"))}
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
