import { calendarDay, localTime } from "@/lib/core/calendar";
import type { SchedulePreview } from "@/lib/sites/schedules/schema";

type PreviewSlot = SchedulePreview["slots"][number];

/** Slots that follow one another and are alike. */
export interface SlotRun {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly count: number;
  /** Places in each; null where the slots would go. */
  readonly capacity: number | null;
  /** Places in each as it is now; null where there is none yet. */
  readonly before: number | null;
  /** Places left in each, where that is asked for; else null. */
  readonly left: number | null;
}

/** A day of a preview, by the station's calendar. */
export interface PreviewDay {
  readonly date: string;
  readonly runs: readonly SlotRun[];
  /** All places of all its slots. */
  readonly places: number;
}

/** The slots of a preview day by day, those that go among them, alike ones together. */
export function previewDays(
  { slots, removedSlots, timeZone }: SchedulePreview,
  { withLeft = false, only = () => true }: PreviewChoice = {},
): PreviewDay[] {
  const coming = slots.filter(only).map((slot) => ({
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    count: 1,
    capacity: slot.capacity,
    before: slot.capacityBefore,
    left: withLeft ? slot.remaining : null,
  }));
  const going = removedSlots.map(({ startsAt, endsAt, capacity }) => ({
    startsAt,
    endsAt,
    count: 1,
    capacity: null,
    before: capacity,
    left: null,
  }));
  const inOrder = [...coming, ...going].toSorted((one, other) =>
    one.startsAt.localeCompare(other.startsAt),
  );
  const days = Map.groupBy(inOrder, ({ startsAt }) => calendarDay(new Date(startsAt), timeZone));
  return [...days].map(([date, own]) => ({
    date,
    runs: own.reduce<readonly SlotRun[]>(joined, []),
    places: own.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0),
  }));
}

export interface PreviewChoice {
  /** Whether slots with other numbers of places left are told apart. */
  readonly withLeft?: boolean;
  readonly only?: (slot: PreviewSlot) => boolean;
}

function joined(runs: readonly SlotRun[], slot: SlotRun): readonly SlotRun[] {
  const last = runs.at(-1);
  const isAlike =
    last?.endsAt === slot.startsAt &&
    last.capacity === slot.capacity &&
    // What goes goes, however many places it had.
    (slot.capacity === null || last.before === slot.before) &&
    last.left === slot.left;
  if (!last || !isAlike) return [...runs, slot];
  return [...runs.slice(0, -1), { ...last, endsAt: slot.endsAt, count: last.count + 1 }];
}

/** The times of a run by the station's clock; midnight at its end is that of the same day. */
export function runTimes({ startsAt, endsAt }: SlotRun, timeZone: string) {
  const to = localTime(new Date(endsAt), timeZone);
  return { from: localTime(new Date(startsAt), timeZone), to: to === "00:00" ? "24:00" : to };
}
