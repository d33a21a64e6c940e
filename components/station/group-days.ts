import { addDays, calendarDay, localTime } from "@/lib/core/calendar";
import { minuteMs } from "@/lib/core/durations";

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
export function partsOf(slots: readonly ShownSlot[], timeZone: string) {
  const hour = ({ startsAt }: ShownSlot) =>
    Number(localTime(new Date(startsAt), timeZone).slice(0, 2));
  const by = Map.groupBy(slots, (slot) => parts[Math.floor(hour(slot) / 6)] ?? "night");
  return [...by].map(([part, own]) => ({ part, own }));
}

/**
 * Slots in few letters, for days that are not shown yet: start in minutes since 1970, length in minutes, places left,
 * and those left for others where that is said.
 */
export const packSlots = (slots: readonly ShownSlot[]): string =>
  JSON.stringify(
    slots.map(({ startsAt, endsAt, remaining, others }) => {
      const [start, end] = [Date.parse(startsAt) / minuteMs, Date.parse(endsAt) / minuteMs];
      return [start, end - start, remaining, ...(others === undefined ? [] : [others])];
    }),
  );

/** What `packSlots` wrote. */
export const unpackSlots = (packed: string): ShownSlot[] =>
  (JSON.parse(packed) as [number, number, number, number?][]).map(
    ([start, minutes, remaining, others]) => ({
      startsAt: new Date(start * minuteMs).toISOString(),
      endsAt: new Date((start + minutes) * minuteMs).toISOString(),
      remaining,
      ...(others !== undefined && { others }),
    }),
  );
