import { kindKey } from "@/lib/core/plugs";

import type { PlaceKind } from "../station/place-groups";
import type { DaySlot } from "./day-ground";
import { type DayBooking, dayLanes } from "./day-lanes";

/** A connector of the station, as far as it decides where a running session is drawn. */
export type DayPlace = PlaceKind & { readonly number: number };

/** Places that are alike, with the day's times as they have them and the bookings that stand there, in lanes. */
export interface DayKind {
  readonly key: string;
  /** Null for the bookings that have no place. */
  readonly kind: PlaceKind | null;
  readonly slots: readonly Omit<DaySlot, "groups">[];
  readonly lanes: readonly (readonly DayBooking[])[];
}

const most = 40;
const keyOf = ({ standards, maxPowerKw }: PlaceKind) => kindKey(standards, maxPowerKw);

/** As many lanes as there is room for at the best time, within what can be drawn. */
const leastOf = (slots: readonly { readonly capacity: number }[]) =>
  Math.min(most, Math.max(1, ...slots.map(({ capacity }) => capacity)));

/**
 * The day by kinds of places, each with lanes of its own, and last the bookings that have no place; nothing where all
 * places are alike, so that the day's own lanes tell all. A session's lane is that of its connector among those of its
 * kind, by number, where no other is drawn there.
 */
export function dayKinds(
  slots: readonly DaySlot[],
  bookings: readonly DayBooking[],
  places: readonly DayPlace[],
): DayKind[] {
  const rows = slots.flatMap(({ startsAt, endsAt, groups }) =>
    groups.map((group) => ({
      kind: group,
      slot: { startsAt, endsAt, capacity: group.capacity, remaining: group.remaining },
    })),
  );
  const kinds = new Map<string, PlaceKind>(rows.map(({ kind }) => [keyOf(kind), kind]));
  if (kinds.size < 2) return [];
  // A place that is something else by now was what it was when the booking had it.
  for (const { place } of bookings) if (place) kinds.set(keyOf(place), place);
  const times = Map.groupBy(rows, ({ kind }) => keyOf(kind));
  const numbers = Map.groupBy(
    places.toSorted((one, other) => one.number - other.number),
    keyOf,
  );
  const standing = Map.groupBy(bookings, ({ place }) => (place ? keyOf(place) : ""));
  const named = [...kinds].map(([key, kind]) => {
    const own = (times.get(key) ?? []).map(({ slot }) => slot);
    const connectors = (numbers.get(key) ?? []).map(({ number }) => number);
    const lanes = dayLanes(standing.get(key) ?? [], leastOf(own), connectors);
    return { key, kind, slots: own, lanes };
  });
  const without = standing.get("");
  return without
    ? [...named, { key: "", kind: null, slots: [], lanes: dayLanes(without, 1) }]
    : named;
}

/** The day's lanes where all places are alike. */
export const plainLanes = (slots: readonly DaySlot[], bookings: readonly DayBooking[]) =>
  dayLanes(bookings, leastOf(slots));
