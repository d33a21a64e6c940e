import { useFormatter, useTranslations } from "next-intl";

import { readTime } from "@/lib/core/read-time";

/** Reads a time as its reader types it, in their language or with AM and PM, as `HH:mm`; null where it is none. */
export function useReadTime(): (typed: string, isEnd: boolean) => string | null {
  const t = useTranslations("scheduleEditor");
  const format = useFormatter();
  const halfAt = (hour: number) =>
    format
      .dateTime(new Date(Date.UTC(2024, 0, 1, hour)), {
        hour: "numeric",
        hourCycle: "h12",
        timeZone: "UTC",
      })
      .replaceAll(/\d/g, "");
  const words = {
    am: ["a", "am", halfAt(6)],
    pm: ["p", "pm", halfAt(18)],
    noon: [t("noon")],
    midnight: [t("midnight")],
  };
  return (typed, isEnd) => readTime(typed, { ...words, isEnd });
}
