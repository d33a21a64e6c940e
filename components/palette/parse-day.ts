import { addDays, calendarDay, type CalendarDay, isCalendarDay } from "@/lib/core/calendar";
import { isStorableYear } from "@/lib/core/storable-years";

/** The words that a day is named by, in the reader's language. */
export interface DayNames {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** From January on. */
  readonly months: readonly string[];
}

/** Names of days and months as the locale writes them, in small letters. */
export function dayNames(
  locale: string,
  words: Pick<DayNames, "today" | "tomorrow" | "yesterday">,
): DayNames {
  const say = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at).toLowerCase();
  return {
    today: words.today.toLowerCase(),
    tomorrow: words.tomorrow.toLowerCase(),
    yesterday: words.yesterday.toLowerCase(),
    // The 4th of January 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) =>
      say({ weekday: "long" }, Date.UTC(1970, 0, 4 + day)),
    ),
    months: Array.from({ length: 12 }, (_, month) =>
      say({ month: "long" }, Date.UTC(1970, month, 1)),
    ),
  };
}

/**
 * The day that is meant: today, tomorrow, yesterday, the next day of a weekday (today is one), a day of a month in either order
 * (`5 dec`, `Dec 5th`), with its year or of the one in which it lies nearest ahead, or `2026-12-05`. Names may be cut short
 * to three letters. Null where no day is meant.
 */
export function parseDay(typed: string, today: CalendarDay, names: DayNames): CalendarDay | null {
  const text = typed.trim().toLowerCase();
  if (isCalendarDay(text) && isStorableYear(text)) return text;
  if (text.length >= 3 && names.today.startsWith(text)) return today;
  if (text.length >= 3 && names.tomorrow.startsWith(text)) return addDays(today, 1);
  if (text.length >= 3 && names.yesterday.startsWith(text)) return addDays(today, -1);
  const weekday = indexOfName(names.weekdays, text);
  if (weekday >= 0) {
    const now = new Date(`${today}T00:00:00Z`).getUTCDay();
    return addDays(today, (weekday - now + 7) % 7);
  }
  return dayOfMonth(text, today, names);
}

function dayOfMonth(text: string, today: CalendarDay, names: DayNames): CalendarDay | null {
  const said = /[\s,.](\d{4})$/.exec(text)?.[1];
  const rest = (said === undefined ? text : text.slice(0, -4)).replace(
    /(\d)(?:st|nd|rd|th)(?!\p{L})/u,
    "$1",
  );
  const number = /^\D*(\d{1,2})\D*$/.exec(rest)?.[1];
  const month = indexOfName(names.months, rest.replace(/[\d.,\s]+/g, ""));
  if (number === undefined || month < 0) return null;
  const pad = (part: number) => String(part).padStart(2, "0");
  const now = Number(today.slice(0, 4));
  const days = (said === undefined ? [now, now + 1] : [Number(said)])
    .map((year) => `${year}-${pad(month + 1)}-${pad(Number(number))}`)
    .filter((day) => isCalendarDay(day) && isStorableYear(day));
  return days.find((day) => day >= today) ?? days[0] ?? null;
}

/** The same where nothing else can be meant: a name in full, or a day with its number. */
export function parseWholeDay(
  typed: string,
  today: CalendarDay,
  names: DayNames,
): CalendarDay | null {
  const text = typed.trim().toLowerCase();
  const { today: now, tomorrow, yesterday, weekdays } = names;
  const isWhole = /\d/.test(text) || [now, tomorrow, yesterday, ...weekdays].includes(text);
  return isWhole ? parseDay(text, today, names) : null;
}

/**
 * What was typed with a day at its end or its beginning, apart: `fernando friday`, `5 dec`. `q` is undefined where
 * nothing but the day was typed; null where no day is meant.
 */
export function splitDay(
  typed: string,
  today: CalendarDay,
  names: DayNames,
): { readonly q: string | undefined; readonly day: CalendarDay } | null {
  const words = typed.trim().split(/\s+/);
  for (const size of [3, 2, 1].filter((one) => one <= words.length)) {
    for (const from of [words.length - size, 0]) {
      const day = parseWholeDay(words.slice(from, from + size).join(" "), today, names);
      if (day === null) continue;
      const rest = words.filter((_, at) => at < from || at >= from + size).join(" ");
      return { q: rest === "" ? undefined : rest, day };
    }
  }
  return null;
}

const indexOfName = (names: readonly string[], text: string) =>
  text.length < 3 ? -1 : names.findIndex((name) => name.startsWith(text));

/** What the reader calls today, by the clock and the zone of the browser. */
export function todayHere(): CalendarDay {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return calendarDay(new Date(), timeZone);
}
