import { calendarDay, isCalendarDay, localTime } from "@/lib/core/calendar";
import { isStorableYear } from "@/lib/core/storable-years";
import { instantAt } from "@/lib/core/time-zones";

/** The instant that a field's `2026-11-26T08:00` means by the zone's clocks, as ISO; undefined for anything else. */
export function instantOf(local: string | undefined, timeZone: string): string | undefined {
  const [, day = "", time = ""] =
    /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(local ?? "") ?? [];
  if (!isCalendarDay(day) || !isStorableYear(day)) return undefined;
  return instantAt(day, time, timeZone).toISOString();
}

/** An instant as such a field shows it. */
export function fieldTime(at: string, timeZone: string): string {
  const instant = new Date(at);
  return `${calendarDay(instant, timeZone)}T${localTime(instant, timeZone)}`;
}
