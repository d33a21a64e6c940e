import { useFormatter, useTranslations } from "next-intl";

import { calendarDay, localTime } from "@/lib/core/calendar";
import type { SchedulePreview } from "@/lib/schedules/schema";

import { Notice } from "../ui/notice";

/** What the draft would bring: slots day by day, and the bookings that would need a decision. */
export function PreviewCard({ preview }: { preview: SchedulePreview }) {
  const t = useTranslations("scheduleEditor");
  const format = useFormatter();
  const { slots, conflicts, changes, timeZone } = preview;
  const days = [...Map.groupBy(slots, ({ startsAt }) => calendarDay(new Date(startsAt), timeZone))];
  const most = Math.max(1, ...days.map(([, own]) => own.length));
  const words = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  return (
    <div className="space-y-4">
      <p className="text-sm">{t("changes", changes)}</p>
      {conflicts.length > 0 ? (
        <Notice kind="warning" title={t("conflicts", { count: conflicts.length })}>
          <ul className="space-y-1">
            {conflicts.map(({ bookingId, number, ownerName, startsAt, endsAt, reason }) => (
              <li key={bookingId}>
                {t("conflict", {
                  number,
                  owner: ownerName,
                  day: words(calendarDay(new Date(startsAt), timeZone)),
                  from: localTime(new Date(startsAt), timeZone),
                  to: localTime(new Date(endsAt), timeZone),
                  reason: t(`reasons.${reason}`),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice kind="success">{t("noConflicts")}</Notice>
      )}
      <ol className="space-y-1 text-sm">
        {days.map(([date, own]) => (
          <li key={date} className="grid grid-cols-[6.5rem_1fr_auto] items-center gap-3">
            <span>{words(date)}</span>
            <span aria-hidden className="h-2 rounded-sm bg-sunken">
              <span
                className="block h-full rounded-sm bg-accent"
                style={{ width: `${(own.length / most) * 100}%` }}
              />
            </span>
            <span className="tabular text-ink-soft">
              {t("daySlots", {
                count: own.length,
                from: localTime(new Date(own[0]?.startsAt ?? date), timeZone),
                to: localTime(new Date(own.at(-1)?.endsAt ?? date), timeZone),
              })}
            </span>
          </li>
        ))}
        {days.length === 0 && <li className="text-ink-soft">{t("noSlots")}</li>}
      </ol>
    </div>
  );
}
