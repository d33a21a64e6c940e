import { useFormatter, useTranslations } from "next-intl";

import { dayMs, hourMs, minuteMs } from "@/lib/core/durations";

import { useClock } from "../ui/use-clock";

/** Times and lengths as the queue says them, by the clock of a station. */
export function useTimes(timeZone: string) {
  const t = useTranslations("queue.span");
  const format = useFormatter();
  const clock = useClock(timeZone);
  const day = (at: number) =>
    format.dateTime(new Date(at), { weekday: "short", day: "numeric", month: "short", timeZone });
  return {
    clock,
    /** "10:00" today, "Fri 27 Nov, 10:00" on another day of the station. */
    clockOn: (at: string, now: number) => {
      const isToday = day(Date.parse(at)) === day(now);
      return isToday ? clock(at) : t("dayAndClock", { day: day(Date.parse(at)), clock: clock(at) });
    },
    /** Whole minutes, of long ones hours, of days days: "12 min", "1 h 5 min", "3 days"; never more than there is. */
    span: (ms: number) => {
      const minutes = Math.max(0, Math.floor(ms / minuteMs));
      if (ms >= dayMs) return t("days", { days: Math.floor(ms / dayMs) });
      if (ms < hourMs) return t("minutes", { minutes });
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      return rest === 0 ? t("hours", { hours }) : t("hoursAndMinutes", { hours, minutes: rest });
    },
  };
}

/** A running time to the second: "0:42:07". */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
