import * as fc from "fast-check";

import {
  findRoom as findRoomIn,
  type HeldStay,
  type Lot,
  rowsOf,
} from "@/lib/sites/schedules/find-room";
import type { Stay } from "@/lib/sites/schedules/park-cars";
import { groupPlaces, type Need, type Place, suits } from "@/lib/sites/schedules/place-groups";

export const ccs = "IEC_62196_T2_COMBO";
export const chademo = "CHADEMO";
export const plugs = [ccs, chademo, "IEC_62196_T2", "IEC_62196_T1"] as const;
export const slotCount = 5;
export const findRoom = (lot: Lot, stay: Stay, need: Need) => findRoomIn(rowsOf(lot), stay, need);

/** A small world: at most five places of at most four plugs, some of them closed in some slots. */
export const world = fc.record({
  places: fc.array(
    fc.record({
      standards: fc.uniqueArray(fc.constantFrom(...plugs), { minLength: 1, maxLength: 3 }),
      powerW: fc.constantFrom(22_000, 50_000, 150_000, null),
      closed: fc.array(fc.nat({ max: slotCount - 1 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  asked: fc.array(
    fc.record({
      from: fc.nat({ max: slotCount - 1 }),
      length: fc.integer({ min: 1, max: 4 }),
      standard: fc.option(fc.constantFrom(...plugs), { nil: undefined }),
      minPowerW: fc.option(fc.constantFrom(22_000, 50_000, 150_000), { nil: undefined }),
      mayMove: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

export type Drawn = Parameters<
  Parameters<typeof fc.property<[typeof world extends fc.Arbitrary<infer T> ? T : never]>>[1]
>[0];

export function lotOf({
  places,
}: Pick<Drawn, "places">): Lot & { readonly of: ReadonlyMap<string, Place[]> } {
  const all = places.map(({ standards, powerW }, at) => ({
    id: String(at),
    number: at + 1,
    standards,
    powerW,
  }));
  const isOpen = ({ id }: Place, slot: number) => !places[Number(id)]?.closed.includes(slot);
  const slots = Array.from({ length: slotCount }, (_, slot) => slot);
  const groups = groupPlaces(all);
  return {
    groups: groups.map((group) => ({
      ...group,
      open: group.places.map((one) => slots.map((slot) => isOpen(one, slot))),
    })),
    held: [],
    of: new Map(groups.map(({ key, places: own }) => [key, [...own]])),
  };
}

/** Whether every car can stand at one place of its group from its first slot to its last, tried in all ways. */
export function parks(
  { groups }: Lot,
  held: readonly Pick<HeldStay, "group" | "from" | "to">[],
): boolean {
  const [car, ...others] = held;
  if (!car) return true;
  const group = groups.find(({ key }) => key === car.group);
  return (group?.open ?? []).some((open, at) => {
    for (let slot = car.from; slot < car.to; slot += 1) if (!open[slot]) return false;
    const left = groups.map((one) =>
      one === group
        ? {
            ...one,
            open: one.open.map((place, other) =>
              other === at
                ? place.map((isOpen, slot) => isOpen && (slot < car.from || slot >= car.to))
                : place,
            ),
          }
        : one,
    );
    return parks({ groups: left, held: [] }, others);
  });
}

/** Whether the car fits in with so many bookings moved, tried in all ways. */
export function hasWay(lot: Lot, wanted: HeldStay, moves: number): boolean {
  const tryAll = (held: readonly HeldStay[], at: number, left: number): boolean => {
    const one = held[at];
    if (!one) {
      return lot.groups.some(
        ({ key, ...group }) =>
          suits(group, wanted.need) && parks(lot, [...held, { ...wanted, group: key }]),
      );
    }
    if (tryAll(held, at + 1, left)) return true;
    if (left === 0 || !one.mayMove) return false;
    return lot.groups.some(
      ({ key, ...group }) =>
        key !== one.group &&
        suits(group, one.need) &&
        tryAll(held.with(at, { ...one, group: key }), at + 1, left - 1),
    );
  };
  return tryAll(lot.held, 0, moves);
}
