import { useFormatter, useTranslations } from "next-intl";

import type { CarNeed } from "../station/car-need";
import { useNeedWords } from "../station/need-words";
import { cn } from "../ui/class-names";

interface Day {
  /** `YYYY-MM-DD` in the station's zone. */
  readonly date: string;
  /** How many times are offered, free or not. */
  readonly slots: number;
  readonly freeCapacity: number;
}

/** The next seven days at a glance: how full each bar is says how much is left, of the places that are asked for. */
export function WeekStrip({
  days,
  need,
  suiting,
}: {
  days: readonly Day[];
  need: CarNeed;
  /** How many of the station's connectors suit. */
  suiting: number;
}) {
  const words = useNeedWords()(need, "short");
  const t = useTranslations("station");
  const format = useFormatter();
  const most = Math.max(...days.map((day) => day.freeCapacity), 1);
  const today = days[0]?.freeCapacity ?? 0;
  if (days.every((day) => day.freeCapacity === 0)) {
    return (
      <p className="mt-3 text-sm text-ink-soft">
        <NothingFree words={words} isOpen={days.some(({ slots }) => slots > 0)} suiting={suiting} />
      </p>
    );
  }
  // A calendar day has no zone of its own: it is read and written in UTC.
  const dayName = (date: string, weekday: "narrow" | "long") =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { weekday, timeZone: "UTC" });
  return (
    <div className="mt-3 flex items-end justify-between gap-4">
      <p className={cn("text-sm", today > 0 ? "font-medium text-success" : "text-ink-soft")}>
        {words
          ? t("freeTodayFor", { count: today, need: words })
          : t("freeToday", { count: today })}
      </p>
      <ul aria-label={t("week")} className="flex gap-1">
        {days.map(({ date, freeCapacity }) => (
          <li key={date} className="w-4 text-center">
            <span aria-hidden className="flex h-5 items-end rounded-[3px] bg-sunken">
              <span className={cn("w-full rounded-[3px] bg-accent", level(freeCapacity / most))} />
            </span>
            <span aria-hidden className="text-[0.625rem] leading-4 text-ink-soft">
              {dayName(date, "narrow")}
            </span>
            <span className="sr-only">
              {t("weekDay", { day: dayName(date, "long"), count: freeCapacity })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why there is nothing: no place fits the car, the station is not open, or all that fits is taken. */
function NothingFree({
  words: need,
  isOpen,
  suiting,
}: {
  words: string;
  isOpen: boolean;
  suiting: number;
}) {
  const t = useTranslations("station");
  if (need && suiting === 0) return t("noPlaceFor", { need });
  if (!isOpen) return t("noSlots");
  return need ? t("allTakenFor", { need }) : t("allTaken");
}

function level(share: number): string {
  if (share === 0) return "h-0";
  if (share < 0.25) return "h-1/4";
  if (share < 0.5) return "h-1/2";
  return share < 0.8 ? "h-3/4" : "h-full";
}
