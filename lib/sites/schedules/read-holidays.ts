import Holidays from "date-holidays";

import type { Context } from "@/lib/core/context";
import { addDays, calendarDay } from "@/lib/core/calendar";
import { scopeOf } from "@/lib/core/permissions";

import type { Holiday } from "./schema";

const ahead = 365;

/** The countries whose public holidays are known, as ISO 3166-1 alpha-2. */
export function readHolidayCountries(ctx: Context): string[] {
  scopeOf(ctx, "schedule.manage");
  return Object.keys(new Holidays().getCountries()).toSorted();
}

/**
 * The public holidays of a country in the year to come, soonest first, named in the reader's language where the data
 * knows it. None for a country that is not known. The one place that reads the package (docs/decisions/closing-dates.md).
 */
export function readHolidays(
  ctx: Context,
  { country, timeZone }: { readonly country: string; readonly timeZone: string },
): Holiday[] {
  scopeOf(ctx, "schedule.manage");
  const spoken = new Holidays(country).getLanguages();
  // As the country itself writes the language: Labor Day where it is American.
  const own = (locale: string) => [...spoken.filter((one) => one.startsWith(`${locale}-`)), locale];
  const known = new Holidays(country, { languages: [...own(ctx.locale), ...own("en")] });
  const lang = own(ctx.locale).some((one) => spoken.includes(one)) ? ctx.locale : "en";
  const from = calendarDay(ctx.clock.now(), timeZone);
  const to = addDays(from, ahead);
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const found = years.flatMap((year) => known.getHolidays(year));
  const days = new Map<string, Holiday>();
  for (const { date, name, type } of found) {
    const day = date.slice(0, 10);
    // A day that two festivals fall on is one day off.
    if (type === "public" && day >= from && day <= to && !days.has(day)) {
      days.set(day, { date: day, name, lang });
    }
  }
  return [...days.values()].toSorted((one, other) => one.date.localeCompare(other.date));
}

/** The country of a zone, where the data knows one; null elsewhere. */
export function readCountryOf(ctx: Context, timeZone: string): string | null {
  scopeOf(ctx, "schedule.manage");
  const countries = Object.keys(new Holidays().getCountries());
  return countries.find((one) => new Holidays(one).getTimezones().includes(timeZone)) ?? null;
}
