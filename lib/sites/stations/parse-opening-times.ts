import { minutesOfTime, weekdays } from "@/lib/core/calendar";
import { isStorableYear } from "@/lib/core/storable-years";
import type { Fault } from "@/lib/core/fault";
import { cut } from "@/lib/core/text";

import type { ExceptionalPeriod } from "./find-exceptions";
import { clockTime, endTime } from "./parse-hour-clauses";
import { alwaysOpen, type Weekly } from "./parse-opening-hours";
import type { OpeningTimes } from "./parse-ocpi-location";

/** What OCPI's opening times say: a week, and times against it. */
export interface ParsedOpeningTimes {
  /** Null where they tell no week. */
  readonly weekly: Weekly | null;
  readonly exceptional: readonly ExceptionalPeriod[];
  /** What of them is not kept. */
  readonly notes: readonly Fault[];
}

/** The opening times of a location; an end that is told by its last minute is the minute after it. */
export function parseOpeningTimes(times: OpeningTimes | undefined): ParsedOpeningTimes {
  const { regular_hours: regular = [], twentyfourseven = false } = times ?? {};
  const opened = periodsOf(times?.exceptional_openings, true);
  const closed = periodsOf(times?.exceptional_closings, false);
  const unread = [...opened.unread, ...closed.unread];
  const notes: Fault[] = [];
  if (twentyfourseven && regular.length > 0) notes.push({ code: "note_always_open" });
  if (unread.length > 0) notes.push({ code: "note_periods", values: { periods: unread } });
  return {
    weekly: twentyfourseven ? alwaysOpen : regular.length > 0 ? weekOf(regular) : null,
    exceptional: [...opened.periods, ...closed.periods],
    notes,
  };
}

function weekOf(regular: NonNullable<OpeningTimes["regular_hours"]>): Weekly {
  const windowsOn = (weekday: number) =>
    regular
      .filter((hours) => hours.weekday === weekday)
      .map(({ period_begin, period_end }) => ({
        start: clockTime(minutesOfTime(period_begin)),
        end: endTime(minutesOfTime(period_end)),
      }))
      .toSorted((a, b) => a.start.localeCompare(b.start));
  const days = weekdays.map((day, index) => [day, windowsOn(index + 1)] as const);
  return Object.fromEntries(days) as unknown as Weekly;
}

type Periods = OpeningTimes["exceptional_openings"];

function periodsOf(given: Periods, open: boolean) {
  const periods: ExceptionalPeriod[] = [];
  const unread: string[] = [];
  for (const { period_begin, period_end } of given ?? []) {
    const [from, to] = [parseInstant(period_begin), parseInstant(period_end)];
    if (from && to && to > from) periods.push({ from, to, open });
    else unread.push(cut(`${period_begin} – ${period_end}`, 80));
  }
  return { periods, unread: unread.slice(0, mostNamed) };
}

/** So many are named; nobody reads further. */
const mostNamed = 5;

/** OCPI's DateTime: RFC 3339, in UTC where it names no offset. Null for what is none. */
function parseInstant(text: string): Date | null {
  const [whole, at, offset = "Z"] =
    /^\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?\s*$/i.exec(
      text,
    ) ?? [];
  if (whole === undefined || !isStorableYear(whole.trim())) return null;
  const instant = new Date(`${at}${offset.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
