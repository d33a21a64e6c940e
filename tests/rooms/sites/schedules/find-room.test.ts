import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findRoom, type HeldStay, type Lot } from "@/lib/sites/schedules/find-room";
import { groupPlaces, type Need, type Place, suits } from "@/lib/sites/schedules/place-groups";

const ccs = "IEC_62196_T2_COMBO";
const chademo = "CHADEMO";
const plugs = [ccs, chademo, "IEC_62196_T2", "IEC_62196_T1"] as const;
const slotCount = 5;

/** A small world: at most five places of at most four plugs, some of them closed in some slots. */
const world = fc.record({
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

type Drawn = Parameters<
  Parameters<typeof fc.property<[typeof world extends fc.Arbitrary<infer T> ? T : never]>>[1]
>[0];

function lotOf({
  places,
}: Pick<Drawn, "places">): Lot & { readonly of: ReadonlyMap<string, Place[]> } {
  const all = places.map(({ standards, powerW }, at) => ({
    id: String(at),
    number: at + 1,
    standards,
    powerW,
    plugPowersW: null,
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
function parks({ groups }: Lot, held: readonly Pick<HeldStay, "group" | "from" | "to">[]): boolean {
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
function hasWay(lot: Lot, wanted: HeldStay, moves: number): boolean {
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

/** Sells to one car after another, as bookings would be made. */
function sell(drawn: Drawn, look: (lot: Lot, wanted: HeldStay, isSold: boolean) => void): void {
  let lot: Lot = lotOf(drawn);
  for (const [at, { from, length, standard, minPowerW, mayMove }] of drawn.asked.entries()) {
    const need: Need = { standards: standard && [standard], minPowerW };
    const stay = { from, to: Math.min(from + length, slotCount) };
    const room = findRoom(lot, stay, need);
    const wanted = { ...stay, id: String(at), group: room?.group ?? "", need, mayMove };
    look(lot, wanted, room !== null);
    if (!room) continue;
    const moved = lot.held.map((one) => ({
      ...one,
      group: room.moves.find(({ id }) => id === one.id)?.to ?? one.group,
    }));
    expect(room.moves.length).toBeLessThanOrEqual(2);
    for (const { id } of room.moves) {
      expect(lot.held.find((one) => one.id === id)?.mayMove).toBe(true);
    }
    lot = { ...lot, held: [...moved, wanted] };
    for (const one of lot.held) {
      const group = lot.groups.find(({ key }) => key === one.group);
      expect(group && suits(group, one.need)).toBe(true);
    }
    expect(parks(lot, lot.held)).toBe(true);
  }
}

describe("room at a station of several plugs", () => {
  it("sells only what can be parked, and refuses only where no two moves help", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        sell(drawn, (lot, wanted, isSold) => expect(isSold).toBe(hasWay(lot, wanted, 2)));
      }),
      { numRuns: 5_000 },
    );
  });

  const place = (number: number, standards: readonly string[], powerW: number | null = 50_000) => ({
    standards: [...standards] as (typeof plugs)[number][],
    powerW: powerW as 50_000,
    closed: [] as number[],
    number,
  });
  const lot = (...places: ReturnType<typeof place>[]) => lotOf({ places });
  const whole = { from: 0, to: 2 };

  it("does not sell a fourth CCS place where three CCS cars and one CHAdeMO car can charge", () => {
    const station = lot(place(1, [ccs]), place(2, [ccs]), place(3, [ccs]), place(4, [chademo]));
    const [group] = station.groups;
    const held = [1, 2, 3].map((id) => ({
      ...whole,
      id: String(id),
      group: group?.key ?? "",
      need: { standards: [ccs] },
      mayMove: true,
    }));
    expect(findRoom({ ...station, held }, whole, { standards: [ccs] })).toBeNull();
    expect(findRoom({ ...station, held }, whole, { standards: [chademo] })).not.toBeNull();
    // Who asks for nothing takes what is left.
    expect(findRoom({ ...station, held }, whole, {})?.group).toBe(station.groups[1]?.key);
  });

  it("keeps places of two plugs and of much power for those who need them", () => {
    const station = lot(
      place(1, [ccs, chademo], 150_000),
      place(2, [ccs], 150_000),
      place(3, [ccs], 50_000),
    );
    const keys = station.groups.map(({ key }) => key);
    expect(findRoom(station, whole, { standards: [ccs] })?.group).toBe(keys[2]);
    expect(findRoom(station, whole, { standards: [ccs], minPowerW: 100_000 })?.group).toBe(keys[1]);
    expect(findRoom(station, whole, { standards: [chademo] })?.group).toBe(keys[0]);
  });

  it("moves a car that fits elsewhere out of the way of one that does not", () => {
    const station = lot(place(1, [ccs, chademo]), place(2, [ccs]));
    const [both, one] = station.groups.map(({ key }) => key);
    const held = [
      { ...whole, id: "any", group: both ?? "", need: { standards: [ccs] }, mayMove: true },
    ];
    expect(findRoom({ ...station, held }, whole, { standards: [chademo] })).toEqual({
      group: both,
      moves: [{ id: "any", to: one }],
    });
    const stuck = held.map((car) => ({ ...car, mayMove: false }));
    expect(findRoom({ ...station, held: stuck }, whole, { standards: [chademo] })).toBeNull();
  });

  it("does not promise a power that nobody tells", () => {
    const station = lot(place(1, [ccs], null));
    expect(findRoom(station, whole, { standards: [ccs] })).not.toBeNull();
    expect(findRoom(station, whole, { minPowerW: 22_000 })).toBeNull();
  });
});
