import type { CountClaims } from "./count-claims";
import { numberGroups } from "./number-groups";
import { namePlaces, numbersOf } from "./name-places";
import { placesOf } from "./open-places";
import type { Slot, SlotPlan } from "./rules";

/**
 * The slots that run, with their places in the groups that these are of now: whoever comes to a connector that was added,
 * or got other plugs, finds its place at once. A place that can be used for the rest of the slot and was not there is added,
 * one that is in service no more is gone. Otherwise what has begun stays as it is, whatever outages, holds and the schedule take since;
 * who charges there goes on holding a place of their group. Pure.
 */
export function regroupRunning(
  plan: SlotPlan,
  running: readonly Slot[],
  claimsIn: CountClaims,
): Slot[] {
  const groups = numberGroups(plan);
  const placesIn = placesOf(plan);
  const times = Map.groupBy(running, ({ startsAt }) => startsAt.getTime());
  return [...times.values()].flatMap((slots) => {
    const [{ startsAt, endsAt } = nothing] = slots;
    const [start, end] = [startsAt.getTime(), endsAt.getTime()];
    const open = openOf(plan, slots, placesIn(start, end).open);
    const gone = slots.filter(({ group }) => groups.every(({ number }) => number !== group));
    const now = groups.flatMap(({ number, places }): Slot[] => {
      const own = places.filter((place) => open.has(place.number)).map((place) => place.number);
      const before = slots.find(({ group }) => group === number);
      if (!before && own.length === 0) return [];
      const reserved = claimsIn(number, start, end);
      const slot = before ?? { group: number, startsAt, endsAt, held: 0, reserved };
      return [{ ...slot, capacity: own.length, openPlaces: namePlaces(own), uneven: false }];
    });
    return [
      ...now,
      ...gone.map((slot) => ({ ...slot, capacity: 0, openPlaces: "", uneven: false })),
    ];
  });
}

const nothing = { startsAt: new Date(0), endsAt: new Date(0) };

/** The numbers of the places in service that were open, and as many more as can be used now beside them. */
function openOf(
  { places }: SlotPlan,
  slots: readonly Slot[],
  usable: ReadonlySet<string>,
): ReadonlySet<number> {
  const before = new Set(slots.flatMap(({ openPlaces }) => numbersOf(openPlaces)));
  const kept = places.filter(({ number }) => before.has(number));
  const others = places
    .filter(({ id, number }) => usable.has(id) && !before.has(number))
    .toSorted((one, other) => one.number - other.number);
  const missing = Math.max(0, usable.size - kept.length);
  return new Set([...kept, ...others.slice(0, missing)].map(({ number }) => number));
}
