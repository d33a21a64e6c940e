"use client";

import { useFormatter, useTranslations } from "next-intl";

import { calendarDay, addDays } from "@/lib/core/calendar";
import type { NotificationView } from "@/lib/insight/inbox/schema";

import { useViewerZone } from "../station/viewer-zone";
import { zoneName } from "../station/zone-name";
import { NoticeRow, type NoticeActions } from "./notice-row";

/** What one was told, newest first, under the day on which it came: by the reader's own clock, or the zone they chose. */
export function NoticeList({
  notices,
  timeZone,
  now,
  actions,
}: {
  notices: readonly NotificationView[];
  /** The one that the reader chose. */
  timeZone: string | null;
  now: string;
  actions: NoticeActions;
}) {
  const t = useTranslations("inbox");
  const own = useViewerZone();
  const zone = timeZone ?? own ?? "UTC";
  const dayOf = (at: string) => calendarDay(new Date(at), zone);
  const dayName = useDayName(dayOf(now));
  return (
    <div className="space-y-6">
      {[...Map.groupBy(notices, ({ createdAt }) => dayOf(createdAt))].map(([day, some]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="mb-2 text-sm font-semibold text-ink-soft">
            {dayName(day)}
          </h2>
          <ul className="divide-y rounded-lg border bg-surface shadow-sm">
            {some.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} zone={zone} actions={actions} />
            ))}
          </ul>
        </section>
      ))}
      <p className="text-sm text-ink-soft">{t("zone", { zone: zoneName(zone) })}</p>
    </div>
  );
}

/** A day in words: today, yesterday, or its date. */
function useDayName(today: string): (day: string) => string {
  const t = useTranslations("inbox");
  const format = useFormatter();
  return (day) => {
    if (day === today) return t("today");
    if (day === addDays(today, -1)) return t("yesterday");
    return format.dateTime(new Date(`${day}T00:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  };
}
