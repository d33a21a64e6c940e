import { useFormatter, useTranslations } from "next-intl";

import { weekdays } from "@/lib/core/calendar";

/** Names a weekday, or a date `YYYY-MM-DD`, in the reader's words. */
export function usePartName(): (part: string) => string {
  const days = useTranslations("scheduleEditor.days");
  const format = useFormatter();
  return (part) => {
    const weekday = weekdays.find((day) => day === part);
    if (weekday) return days(weekday);
    return format.dateTime(new Date(`${part}T12:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  };
}
