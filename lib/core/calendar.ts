/** A calendar day, `YYYY-MM-DD`, in some station's zone. */
export type CalendarDay = string;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

interface Clock {
  readonly format: Intl.DateTimeFormat;
  /** What each of the numbers is that it writes. */
  readonly order: readonly Intl.DateTimeFormatPartTypes[];
}

/** Making a format is what costs; there is one per zone. */
const clocks = new Map<string, Clock>();

/** Whether `day` is a real calendar day written `YYYY-MM-DD`. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && dayOf(midnight) === day;
}

/** The calendar day that the instant falls on in the zone. */
export function calendarDay(instant: Date, zone: string): CalendarDay {
  const at = wallClock(instant, zone);
  return `${at("year").padStart(4, "0")}-${at("month")}-${at("day")}`;
}

/** The local wall-clock time `HH:mm` of the instant in the zone. */
export function localTime(instant: Date, zone: string): string {
  const at = wallClock(instant, zone);
  return `${at("hour")}:${at("minute")}`;
}

/** The day `days` after `day` (before it when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  return dayOf(midnight);
}

/** The weekday of a calendar day. */
export function weekdayOf(day: CalendarDay): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "mon";
}

function dayOf(midnight: Date): CalendarDay {
  return midnight.toISOString().slice(0, 10);
}

/** What the zone's clock shows. Asked for its parts each time, a format takes twice as long. */
function wallClock(instant: Date, zone: string): (part: Intl.DateTimeFormatPartTypes) => string {
  const { format, order } = clockOf(zone);
  const numbers = format.format(instant).match(/\d+/g) ?? [];
  return (part) => numbers[order.indexOf(part)] ?? "";
}

function clockOf(zone: string): Clock {
  let clock = clocks.get(zone);
  if (!clock) {
    const format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    const parts = format.formatToParts(0).filter(({ value }) => /^\d+$/.test(value));
    clock = { format, order: parts.map(({ type }) => type) };
    clocks.set(zone, clock);
  }
  return clock;
}

/** Minutes from midnight to a time of the day, `HH:mm`; 1,440 for `24:00`. */
export function minutesOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * What people call a zone's time, in their language, and its distance to UTC at an instant: `Eastern Time`, `GMT-4`.
 * The name is null for zones that the language has none for (CLDR's metazones).
 */
export function zoneInWords(
  timeZone: string,
  at: Date,
  locale: string,
): { readonly name: string | null; readonly offset: string } {
  const words = (timeZoneName: Intl.DateTimeFormatOptions["timeZoneName"]) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  // The name for the whole year before that of the season; UTC has the latter alone.
  const name = [words("longGeneric"), words("long")].find((one) => one && !/\p{N}/u.test(one));
  return { name: name ?? null, offset: words("shortOffset") };
}
