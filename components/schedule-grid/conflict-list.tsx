import { useTranslations } from "next-intl";

import { calendarDay, localTime } from "@/lib/core/calendar";
import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import { asksAny } from "../station/car-need";
import { useNeedWords } from "../station/need-words";
import { usePartName } from "./part-name";

/** Bookings that would need a decision, one a line; those beyond `most` are counted. */
export function ConflictList({
  conflicts,
  timeZone,
  most = Infinity,
}: Pick<SchedulePreview, "conflicts" | "timeZone"> & { most?: number }) {
  const t = useTranslations("scheduleEditor");
  const nameOf = usePartName();
  const needWords = useNeedWords();
  const more = conflicts.length - most;
  return (
    <ul className="space-y-1">
      {conflicts
        .slice(0, most)
        .map(({ bookingId, number, ownerName, startsAt, endsAt, reason, isFlagged, ...asked }) => (
          <li key={bookingId}>
            {t("conflict", {
              number,
              owner: ownerName,
              day: nameOf(calendarDay(new Date(startsAt), timeZone)),
              from: localTime(new Date(startsAt), timeZone),
              to: localTime(new Date(endsAt), timeZone),
              reason: t(`reasons.${reason}`),
            })}
            {asksAny(needOf(asked)) && ` · ${needWords(needOf(asked))}`}
            {isFlagged && ` (${t("already")})`}
          </li>
        ))}
      {more > 0 && <li>{t("moreConflicts", { count: more })}</li>}
    </ul>
  );
}

const needOf = ({
  standard,
  minPowerKw,
}: Pick<SchedulePreview["conflicts"][number], "standard" | "minPowerKw">) => ({
  plug: standard,
  minPowerKw,
});
