import {
  calendarDay,
  localTime,
  minutesOfTime,
  weekdayOf,
  type Weekday,
} from "@/lib/core/calendar";

/** What a station's clock and calendar show at an instant. */
export interface ClockTime {
  readonly weekday: Weekday;
  /** `HH:mm`. */
  readonly time: string;
  /** The same in minutes from midnight. */
  readonly minute: number;
}

/** Tells what a zone's clock shows; the same object for the same instant. */
export type ReadClock = (instant: Date, timeZone: string) => ClockTime;

/** Reads each instant once: that is what costs, and thousands of slots share theirs. */
export function makeClocks(): ReadClock {
  const zones = new Map<string, Map<number, ClockTime>>();
  return (instant, timeZone) => {
    let known = zones.get(timeZone);
    if (!known) zones.set(timeZone, (known = new Map()));
    const at = instant.getTime();
    let shown = known.get(at);
    if (!shown) {
      const weekday = weekdayOf(calendarDay(instant, timeZone));
      const time = localTime(instant, timeZone);
      known.set(at, (shown = { weekday, time, minute: minutesOfTime(time) }));
    }
    return shown;
  };
}
