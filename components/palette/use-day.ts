import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import type { CalendarDay } from "@/lib/core/calendar";

import type { Entry } from "./entries";
import { dayNames, parseDay, parseWholeDay, splitDay, todayHere } from "./parse-day";

/** The words for days as the reader writes them, and which day it is. */
function useDayNames() {
  const t = useTranslations("palette.deeds.day");
  const locale = useLocale();
  const [today] = useState(todayHere);
  const [now, tomorrow, yesterday] = [t("today"), t("tomorrow"), t("yesterday")];
  return { today, names: dayNames(locale, { today: now, tomorrow, yesterday }) };
}

/** Says a day as the reader writes it; its year where it is another than this one. */
export function useDayWords(): (day: CalendarDay) => string {
  const format = useFormatter();
  const [today] = useState(todayHere);
  return (day) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
      timeZone: "UTC",
    });
}

/** What is looked for apart from the day that its words name, as the search page reads it; null where they name none. */
export function useSaidDay(q: string): { readonly q: string; readonly day: CalendarDay } | null {
  const { today, names } = useDayNames();
  const said = splitDay(q, today, names);
  return said?.q === undefined ? null : { q: said.q, day: said.day };
}

/** The day that was typed, in full or after the word for it, where the console has a page of a day. */
export function useDay(typed: string, home: string): readonly Entry[] {
  const t = useTranslations("palette.deeds.day");
  const wordsOf = useDayWords();
  const { today, names } = useDayNames();
  const word = t("word").toLowerCase();
  const text = typed.trimStart().toLowerCase();
  if (home !== "/backoffice") return [];
  const day = text.startsWith(`${word} `)
    ? parseDay(text.slice(word.length), today, names)
    : parseWholeDay(text, today, names);
  if (day === null) return [];
  return [
    {
      id: `day-${day}`,
      kind: "action",
      title: t("done", { day: wordsOf(day) }),
      href: `${home}/day?${new URLSearchParams({ date: day })}`,
    },
  ];
}
