import { useTranslations } from "next-intl";
import Link from "next/link";

import { useDayWords } from "@/components/ui/use-day-words";
import type { CalendarDay } from "@/lib/core/calendar";

/** Which day the words typed were read as, and the way to it where the console has a page of a day. */
export function SaidDay({ day, home }: { day: CalendarDay; home: string }) {
  const t = useTranslations("searchPage");
  const dayWords = useDayWords();
  const said = dayWords(day);
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
