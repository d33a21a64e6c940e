import { addDays, calendarDay, weekdayOf, type CalendarDay } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";
import { minuteMs } from "@/lib/core/durations";

import { groupPlaces, type Place, type PlaceGroup } from "./place-groups";
import type { Hold, Outage, Range, Schedule, Slot, SlotPlan } from "./rules";

/** A claim as it counts: in which group, and when. */
export interface GroupRange extends Range {
  readonly group: number;
}

/**
 * The slots of every group that start in `[from, to)`, each group's in order (product.md, Schedule and Slot): exact
 * lengths of real time from each window's start on, a remainder shorter than a slot not offered. No slots at an
 * Inactive station nor at one that no business runs. Slots of a group never overlap one another.
 */
export function buildSlots(
  plan: SlotPlan,
  reservedBy: readonly GroupRange[],
  from: Date,
  to: Date,
): Slot[] {
  const { station, schedule } = plan;
  if (station.status === "Inactive" || station.businessId === null) return [];
  const length = station.slotMinutes * minuteMs;
  const placesIn = placesOf(plan);
  const claims = reservedBy.map((claim) => ({ ...spanOf(claim), group: claim.group }));
  const groups = numberGroups(plan);
  const series = groups.map(({ number, places }) => ({
    number,
    countsIn: countsOf(places),
    slots: [] as Slot[],
  }));
  for (const window of openings(schedule, station.timeZone, from, to)) {
    for (let start = window.start; start + length <= window.end; start += length) {
      if (start < from.getTime() || start >= to.getTime()) continue;
      const end = start + length;
      const usable = placesIn(start, end);
      for (const { number, countsIn, slots } of series) {
        let reserved = 0;
        for (const span of claims) {
          if (span.group === number && meets(span, start, end)) reserved += 1;
        }
        const { capacity, held, openPlaces } = countsIn(usable);
        slots.push({
          group: number,
          startsAt: new Date(start),
          endsAt: new Date(end),
          capacity,
          held,
          reserved,
          openPlaces,
          uneven: false,
        });
      }
    }
  }
  return series.flatMap(({ slots }) => markUneven(slots));
}

/** Where a place has a higher number, a count is all that is known of its group: as many bits are told exactly. */
const highestTold = 50;

type Counts = Pick<Slot, "capacity" | "held" | "openPlaces">;
interface Usable {
  readonly open: ReadonlySet<string>;
  readonly unheld: ReadonlySet<string>;
}

/** What of a group is open in a slot; reckoned once for slots that come after one another with the same places. */
function countsOf(places: readonly Place[]): (usable: Usable) => Counts {
  const isTold = places.every(({ number }) => number <= highestTold);
  let last: { readonly usable: Usable; readonly counts: Counts } | null = null;
  return (usable) => {
    if (last?.usable === usable) return last.counts;
    let [capacity, before, openPlaces] = [0, 0, 0];
    for (const { id, number } of places) {
      if (usable.unheld.has(id)) before += 1;
      if (!usable.open.has(id)) continue;
      capacity += 1;
      // By its number, so that slots that were built at another time mean the same place by a bit.
      openPlaces += 2 ** (number - 1);
    }
    const held = Math.max(0, before - capacity);
    const counts = { capacity, held, openPlaces: isTold ? openPlaces : null };
    last = { usable, counts };
    return counts;
  };
}

/** The slots, in order, those marked that follow one another without a gap while other places are open in some. */
function markUneven(slots: readonly Slot[]): readonly Slot[] {
  const [one] = slots;
  if (slots.every(({ openPlaces }) => openPlaces === one?.openPlaces)) return slots;
  const marked: Slot[] = [];
  for (let first = 0; first < slots.length;) {
    let after = first + 1;
    let uneven = false;
    for (; slots[after]?.startsAt.getTime() === slots[after - 1]?.endsAt.getTime(); after += 1) {
      uneven ||= slots[after]?.openPlaces !== slots[first]?.openPlaces;
    }
    for (const slot of slots.slice(first, after)) marked.push({ ...slot, uneven });
    first = after;
  }
  return marked;
}

const nowhere: PlaceGroup = { key: "", standards: [], powerW: null, places: [] };

/** The groups of the plan's places with their numbers at the station; a new group has the next one. */
export function numberGroups({
  places,
  groupNumbers,
}: Pick<SlotPlan, "places" | "groupNumbers">): (PlaceGroup & { readonly number: number })[] {
  // Without any place there is still time that none is left in.
  const [first = 1] = groupNumbers.values();
  if (places.length === 0) return [{ ...nowhere, number: first }];
  let last = Math.max(0, ...groupNumbers.values());
  return groupPlaces(places).map((group) => ({
    ...group,
    number: groupNumbers.get(group.key) ?? (last += 1),
  }));
}

/**
 * Which places are open in a time: the Active connectors less those that an outage or a hold by name covers, as many
 * as the date's override leaves, less what holds take by number; what does not name its connectors closes those with
 * the highest numbers first (product.md, Slot). `unheld` would be open without holds.
 */
export function placesOf(
  plan: SlotPlan,
): (start: number, end: number) => Record<"open" | "unheld", ReadonlySet<string>> {
  const inOrder = plan.places
    .toSorted((one, other) => one.number - other.number)
    .map(({ id }) => id);
  const active = new Set(inOrder);
  const limits = overrideSpans(plan.schedule, plan.station.timeZone);
  const outages = plan.outages
    .filter(({ connectorId }) => active.has(connectorId))
    .map((outage) => ({ ...spanOf(outage), id: outage.connectorId }));
  const named = plan.holds.flatMap((hold) =>
    (hold.connectorIds ?? []).filter((id) => active.has(id)).map((id) => ({ ...spanOf(hold), id })),
  );
  const counted = plan.holds.map((hold) => ({ ...spanOf(hold), count: hold.connectors ?? 0 }));
  const isFixed = [limits, outages, named, counted].every((spans) => spans.length === 0);
  const always = { open: active, unheld: active };
  if (isFixed) return () => always;
  return (start, end) => {
    let limit = Infinity;
    for (const span of limits) if (meets(span, start, end)) limit = Math.min(limit, span.count);
    const out = new Set<string>();
    for (const span of outages) if (meets(span, start, end)) out.add(span.id);
    const lowest = (count: number) =>
      new Set(inOrder.filter((id) => !out.has(id)).slice(0, Math.max(0, count)));
    const unheld = lowest(limit);
    for (const span of named) if (meets(span, start, end)) out.add(span.id);
    let places = Math.min(active.size - out.size, limit);
    for (const span of counted) if (meets(span, start, end)) places -= span.count;
    return { open: lowest(places), unheld };
  };
}

/** The connectors that an outage or a hold by name takes at an instant, in milliseconds. */
export function outAt({ outages, holds }: SlotPlan, at: number): ReadonlySet<string> {
  const lasts = (range: Hold | Outage) => meets(spanOf(range), at, at + 1);
  return new Set([
    ...outages.filter(lasts).map(({ connectorId }) => connectorId),
    ...holds.filter(lasts).flatMap(({ connectorIds }) => connectorIds ?? []),
  ]);
}

/** Whether the station's hours say that it is open; one that nobody runs, and whose hours nobody told, is not closed. */
export function isOpenAt({ station, schedule }: SlotPlan, at: Date): boolean {
  const isTold = [...Object.values(schedule.weekly), ...schedule.exceptions].flat().length > 0;
  if (station.businessId === null && !isTold) return true;
  const now = at.getTime();
  return openings(schedule, station.timeZone, at, at).some((span) => meets(span, now, now + 1));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const meets = (span: Span, start: number, end: number) => span.start < end && span.end > start;

/** In milliseconds; without an end for ever. */
const spanOf = (range: { readonly startsAt: Date; readonly endsAt: Date | null }): Span => ({
  start: range.startsAt.getTime(),
  end: range.endsAt?.getTime() ?? Infinity,
});

/** The days with an override as spans; a slot over midnight keeps to the stricter of its two days. */
function overrideSpans(schedule: Schedule, zone: string): (Span & { count: number })[] {
  return schedule.capacityOverrides.map(({ date, connectors }) => ({
    start: instantOf(date, "00:00", zone),
    end: instantOf(date, "24:00", zone),
    count: connectors,
  }));
}

/**
 * The opening windows of `[from, to)` as stretches of real time, in order and without overlap. A window belongs to
 * the day on which it starts, so yesterday's may still run, and today's exception leaves it alone.
 */
function openings(schedule: Schedule, zone: string, from: Date, to: Date): Span[] {
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception]));
  const spans: Span[] = [];
  const last = calendarDay(to, zone);
  for (let date = addDays(calendarDay(from, zone), -1); date <= last; date = addDays(date, 1)) {
    const windows = exceptions.get(date)?.windows ?? schedule.weekly[weekdayOf(date)] ?? [];
    for (const { start, end } of windows) {
      const endDate = end <= start ? addDays(date, 1) : date;
      spans.push({ start: instantOf(date, start, zone), end: instantOf(endDate, end, zone) });
    }
  }
  spans.sort((one, other) => one.start - other.start);
  // Clocks that are put forward can push one window's end past the next one's start.
  let free = -Infinity;
  return spans.map(({ start, end }) => {
    const clipped = { start: Math.max(start, free), end };
    free = Math.max(free, end);
    return clipped;
  });
}

const instants = new Map<string, number>();

/** `instantAt` in milliseconds, remembered: thousands of stations share few zones, days and times. */
function instantOf(date: CalendarDay, time: string, zone: string): number {
  const key = `${zone} ${date} ${time}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size > 50_000) instants.clear();
  const instant = instantAt(date, time, zone).getTime();
  instants.set(key, instant);
  return instant;
}
