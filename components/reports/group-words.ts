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
      const instant = new Date(`${key}-01T12:00:00Z`);
      // The whole year on the axis too: "Jan 26" reads as a day.
      return format.dateTime(instant, { month: "short", year: "numeric", timeZone: "UTC" });
    }
    if (groupBy === "week" && form === "full") return t("weekOf", { day: day(key, "short") });
    return day(key, form);
  };
}
