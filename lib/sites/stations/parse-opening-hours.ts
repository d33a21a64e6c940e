import { minutesOfTime, weekdays, type Weekday } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";

import { parseDays, parseTimeRange, type HourWindow } from "./parse-hour-clauses";

export type Weekly = Readonly<Record<Weekday, readonly HourWindow[]>>;

/** What opening hours written for people say. */
export interface OpeningHours {
  /** The week's windows; null when the text does not tell them for sure. */
  readonly weekly: Weekly | null;
  /** What a driver has to read besides: restrictions, or the whole text where it was not understood. */
  readonly note: string | null;
}

/** One part of the text, as read: the days it is about and their windows. */
interface Clause {
  readonly days: readonly Weekday[];
  readonly windows: readonly HourWindow[];
}

/** Longer texts are prose; nobody writes hours in so many characters. */
const longest = 1_000;

const allDay: HourWindow = { start: "00:00", end: "24:00" };

/** Open all day, every day. */
export const alwaysOpen: Weekly = weekOf([{ days: weekdays, windows: [allDay] }]);

/**
 * Reads opening hours as sources write them: "24 hours daily; customers only", "Mon 6:00am - 9:00pm; …",
 * "MO: 6:00am-9:00pm; …", "8am-5pm M-F, 24 hours Sat-Sun".
 * Every part has to be understood whole, or it becomes part of the note; where no part is, or where the parts
 * contradict one another, there are no hours and the note is the text itself. A part without days means every
 * day, and only where it is the one part with hours. An end at 11:59 pm means midnight.
 */
export function parseOpeningHours(text: string): OpeningHours {
  const whole = text.replace(/\s+/g, " ").trim();
  const unknown = { weekly: null, note: whole === "" ? null : whole };
  if (whole === "" || whole.length > longest) return unknown;
  const clauses: Clause[] = [];
  const rest: string[] = [];
  let dayless = 0;
  for (const part of partsOf(whole)) {
    const clause = parseClause(part);
    if (!clause) {
      rest.push(part);
      continue;
    }
    if (clause.days === undefined) dayless += 1;
    clauses.push({ windows: clause.windows, days: clause.days ?? weekdays });
  }
  if (clauses.length === 0 || (dayless > 0 && clauses.length > 1)) return unknown;
  const weekly = weekOf(clauses);
  if (isContradictory(clauses, weekly) || weekdays.every((day) => weekly[day].length === 0)) {
    return unknown;
  }
  return { weekly, note: rest.length > 0 ? rest.join("; ") : null };
}

/** Semicolons, line ends and sentences part the text; so does a comma between hours. */
function partsOf(text: string): string[] {
  return text
    .split(/\s*;\s*|\.\s+(?=\p{Lu})|\s*\|\s*/u)
    .flatMap((part) => {
      const pieces = part.split(/\s*,\s*/);
      return pieces.length > 1 && pieces.every((piece) => parseClause(piece)?.days)
        ? pieces
        : [part];
    })
    .map((part) => part.trim())
    .filter(Boolean);
}

const always =
  /^(?:24 ?(?:hours?|hrs?|h)(?: (?:daily|a day|per day|every ?day))?|24 ?(?:hours?|hrs?) ?\/ ?7(?: days)?|24\/7|24 ?x ?7|always open|24 hours(?: a day)?,? 7 days(?: a week)?)$/;

/** One part as hours, the days undefined where it names none; null where it is not hours and nothing else. */
function parseClause(
  part: string,
): { days: readonly Weekday[] | undefined; windows: HourWindow[] } | null {
  const text = part
    .toLowerCase()
    .replace(/[–—]/g, "-")
    .replace(/([ap])\.m\.?/g, "$1m")
    .replace(/^(?:hours|open(?: daily)?(?: during)?(?: business hours)?)\b[: ]*/, "")
    .replace(/\.$/, "")
    .trim();
  if (always.test(text)) return { days: weekdays, windows: [allDay] };
  for (const [daysText, hoursText] of splitsOf(text)) {
    const days = daysText === "" ? undefined : parseDays(daysText);
    const windows = parseHours(hoursText);
    if (days !== null && windows) return { days, windows };
  }
  return null;
}

/** Every way to part "mon 8am-5pm" or "8am-5pm mon" into days and hours, at a blank or a colon. */
function* splitsOf(text: string): Generator<[days: string, hours: string]> {
  yield ["", text];
  for (const { index } of text.matchAll(/:? /g)) {
    const [left, right] = [text.slice(0, index), text.slice(index).replace(/^:? /, "")];
    yield [left, right];
    yield [right, left];
  }
}

function parseHours(text: string): HourWindow[] | null {
  if (text === "closed") return [];
  if (/^(?:24 ?(?:hours?|hrs?)|all day)$/.test(text)) return [allDay];
  const windows = text.split(/\s*(?:,|&|\band\b)\s*/).map(parseTimeRange);
  return windows.every((window) => window !== null) ? windows : null;
}

function weekOf(clauses: readonly Clause[]): Weekly {
  const windowsOn = (day: Weekday) =>
    clauses
      .filter(({ days }) => days.includes(day))
      .flatMap(({ windows }) => windows)
      .toSorted((a, b) => a.start.localeCompare(b.start));
  return Object.fromEntries(weekdays.map((day) => [day, windowsOn(day)])) as Record<
    Weekday,
    HourWindow[]
  >;
}

/** Whether a day is both closed and open, or windows overlap, also from one day into the next. */
function isContradictory(clauses: readonly Clause[], weekly: Weekly): boolean {
  const closed = clauses.filter(({ windows }) => windows.length === 0).flatMap(({ days }) => days);
  if (closed.some((day) => weekly[day].length > 0)) return true;
  const spans = weekdays
    .flatMap((day, index) => weekly[day].map((window) => spanOf(window, index * dayMinutes)))
    .toSorted((a, b) => a.from - b.from);
  const week = 7 * dayMinutes;
  return spans.some(({ to }, index) => {
    const next = spans[index + 1];
    const first = spans[0];
    return next ? next.from < to : first !== undefined && first.from + week < to;
  });
}

function spanOf({ start, end }: HourWindow, offset: number): { from: number; to: number } {
  const length = minutesOfTime(end) - minutesOfTime(start);
  const from = offset + minutesOfTime(start);
  return { from, to: from + (length > 0 ? length : length + dayMinutes) };
}
