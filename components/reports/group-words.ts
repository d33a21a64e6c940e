import { useFormatter, useTranslations } from "next-intl";

import type { GroupBy } from "@/lib/insight/reports/schema";

import { useDayWords } from "../home/day-words";

/** A group of a report in words: a day, "Week of 4 May", "May 2026"; in short as an axis says it. */
export function useGroupWords(groupBy: GroupBy): (key: string, form: "full" | "short") => string {
  const t = useTranslations("reports");
  const format = useFormatter();
  const day = useDayWords();
  return (key, form) => {
    if (groupBy === "month") {
      const year =
        form === "full" ? ({ year: "numeric" } as const) : ({ year: "2-digit" } as const);
      const instant = new Date(`${key}-01T12:00:00Z`);
      return format.dateTime(instant, { month: "short", ...year, timeZone: "UTC" });
    }
    if (groupBy === "week" && form === "full") return t("weekOf", { day: day(key, "short") });
    return day(key, form);
  };
}
