import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { CalendarDay } from "@/lib/core/calendar";

/** Which day the words typed were read as, and the way to it where the console has a page of a day. */
export function SaidDay({ day, home }: { day: CalendarDay; home: string }) {
  const t = useTranslations("searchPage");
  const format = useFormatter();
  const said = format.dateTime(new Date(`${day}T12:00:00Z`), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <p className="text-sm text-ink-soft">
      {t("onDay", { day: said })}{" "}
      {home === "/backoffice" && (
        <Link href={`${home}/day?${new URLSearchParams({ date: day })}`} className="link">
          {t("openDay")}
        </Link>
      )}
    </p>
  );
}
