import { minuteMs } from "@/lib/core/durations";

import { countClaims, type GroupRange } from "./count-claims";
import { namePlaces } from "./name-places";
import { placesOf } from "./open-places";
import { numberGroups } from "./number-groups";
import type { Place } from "./place-groups";
import { regroupRunning } from "./regroup-running";
import type { Slot, SlotPlan } from "./rules";
import { openings } from "./span-openings";

/**
 * The slots of every group that start in `[from, to)`, each group's in order (product.md, Schedule and Slot): exact
 * lengths of real time from each window's start on, a remainder shorter than a slot not offered. No slots at an
 * Inactive station nor at one that no business runs. Slots of a group never overlap one another. Before them those that
 * run already, with their places as they are now (`regroupRunning`), which end at `from` at the latest.
 */
export function buildSlots(
  plan: SlotPlan,
  reservedBy: readonly GroupRange[],
  from: Date,
  to: Date,
  running: readonly Slot[] = [],
): Slot[] {
  const { station, schedule } = plan;
  if (station.status === "Inactive" || station.businessId === null) return [...running];
  const length = station.slotMinutes * minuteMs;
  const placesIn = placesOf(plan);
  const claimsIn = countClaims(reservedBy);
  const groups = numberGroups(plan);
  const begun = Map.groupBy(regroupRunning(plan, running, claimsIn), ({ group }) => group);
  const series = groups.map(({ number, places }) => ({
    number,
    countsIn: countsOf(places),
    slots: begun.get(number) ?? [],
  }));
  for (const { number } of series) begun.delete(number);
  for (const window of openings(schedule, station.timeZone, from, to)) {
    for (let start = window.start; start + length <= window.end; start += length) {
      if (start < from.getTime() || start >= to.getTime()) continue;
      const end = start + length;
      const usable = placesIn(start, end);
      for (const { number, countsIn, slots } of series) {
        const reserved = claimsIn(number, start, end);
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
  return [...[...begun.values()].flat(), ...series.flatMap(({ slots }) => markUneven(slots))];
}

type Counts = Pick<Slot, "capacity" | "held" | "openPlaces">;
interface Usable {
  readonly open: ReadonlySet<string>;
  readonly unheld: ReadonlySet<string>;
}

/** What of a group is open in a slot; reckoned once for slots that come after one another with the same places. */
function countsOf(places: readonly Place[]): (usable: Usable) => Counts {
  let last: { readonly usable: Usable; readonly counts: Counts } | null = null;
  return (usable) => {
    if (last?.usable === usable) return last.counts;
    const open = places.filter(({ id }) => usable.open.has(id)).map(({ number }) => number);
    const before = places.filter(({ id }) => usable.unheld.has(id)).length;
    const capacity = open.length;
    const held = Math.max(0, before - capacity);
    const counts = { capacity, held, openPlaces: namePlaces(open) };
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
