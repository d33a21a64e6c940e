import { addDays, calendarDay, localTime } from "@/lib/core/calendar";

/** One slot as the API shows it: ISO instants, and what is left. */
export interface ShownSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Places left, of those that are asked for. */
  readonly remaining: number;
  /** Places left that the car that is asked for cannot use. */
  readonly others?: number;
}

export interface ShownDay {
  /** `YYYY-MM-DD` in the station's zone. */
  readonly date: string;
  readonly slots: readonly ShownSlot[];
}

/** The `count` days from today on in the station's zone, with the slots that start on each. */
export function groupByDay(
  slots: readonly ShownSlot[],
  timeZone: string,
  now: Date,
  count = 7,
): ShownDay[] {
  const today = calendarDay(now, timeZone);
  const days = Array.from({ length: count }, (_, index) => addDays(today, index));
  const on = Map.groupBy(slots, (slot) => calendarDay(new Date(slot.startsAt), timeZone));
  return days.map((date) => ({ date, slots: on.get(date) ?? [] }));
}

const parts = ["night", "morning", "afternoon", "evening"] as const;

/** A day's slots by the quarter of the day in which they start by the station's clock; those that have any. */
export function partsOf({ slots }: ShownDay, timeZone: string) {
  const hour = ({ startsAt }: ShownSlot) =>
    Number(localTime(new Date(startsAt), timeZone).slice(0, 2));
  const by = Map.groupBy(slots, (slot) => parts[Math.floor(hour(slot) / 6)] ?? "night");
  return [...by].map(([part, own]) => ({ part, slots: own }));
}
