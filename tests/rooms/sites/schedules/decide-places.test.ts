import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decidePlaces, type Holding } from "@/lib/sites/schedules/decide-places";
import type { HeldStay, Lot } from "@/lib/sites/schedules/find-room";
import { suits } from "@/lib/sites/schedules/place-groups";

import { ccs, chademo, findRoom, hasWay, lotOf, parks, slotCount, world } from "./small-lots";

/** A small world that sold its places while other slots of them were open; who has begun, and who had no place. */
const changed = fc.record({
  drawn: world,
  before: fc.array(fc.array(fc.nat({ max: slotCount - 1 }), { maxLength: 2 }), { maxLength: 5 }),
  are: fc.array(
    fc.constantFrom("keeping", "keeping", "keeping", "standing", "seeking", "outside"),
    {
      minLength: 6,
      maxLength: 6,
    },
  ),
});
type Changed = typeof changed extends fc.Arbitrary<infer T> ? T : never;

/** The station as it is now, and its bookings in the groups that they had, in the order of their making. */
function changedLot({ drawn, before, are }: Changed) {
  const lot = lotOf(drawn);
  const was = lotOf({
    places: drawn.places.map((place, at) => ({ ...place, closed: before[at] ?? [] })),
  });
  let held: HeldStay[] = [];
  for (const [at, { from, length, standard, minPowerW, mayMove }] of drawn.asked.entries()) {
    const need = { standards: standard && [standard], minPowerW };
    const stay = { from, to: Math.min(from + length, slotCount) };
    const room = findRoom({ ...was, held }, stay, need);
    const fitting = was.groups.find((group) => suits(group, need));
    // Who had none is told by the group that it had once.
    if (!room && (are[at] !== "seeking" || !fitting)) continue;
    for (const { id, to } of room?.moves ?? []) {
      held = held.map((one) => (one.id === id ? { ...one, group: to } : one));
    }
    const group = room?.group ?? fitting?.key ?? "";
    held.push({ ...stay, id: String(at), group, need, mayMove: mayMove && are[at] !== "standing" });
  }
  const those = (is: Changed["are"][number]) => held.filter(({ id }) => are[Number(id)] === is);
  const [standing, keeping, seeking] = [those("standing"), those("keeping"), those("seeking")];
  const holding: Holding = { standing, keeping, seeking, outside: those("outside") };
  return { lot, holding };
}

/** Those that fit the own group beside those before them, tried in all ways. */
function keepers(lot: Lot, { standing, keeping }: Holding): HeldStay[] {
  const kept: HeldStay[] = [];
  for (const one of keeping) if (parks(lot, [...standing, ...kept, one])) kept.push(one);
  return kept;
}

const after = (places: ReadonlyMap<string, string>, bookings: readonly HeldStay[]) =>
  bookings.flatMap((one) => {
    const group = places.get(one.id);
    return group === undefined ? [] : [{ ...one, group }];
  });

describe("who has a place when places come and go", () => {
  it("all who can be parked, and nobody is left where two moves help", () => {
    fc.assert(
      fc.property(changed, (drawn) => {
        const { lot, holding } = changedLot(drawn);
        const { standing, keeping, seeking } = holding;
        fc.pre(parks(lot, standing));
        const places = decidePlaces(lot.groups, { ...holding, outside: [] });
        const placed = [...standing, ...after(places, [...keeping, ...seeking])];
        for (const { group, need } of placed) {
          const own = lot.groups.find(({ key }) => key === group);
          expect(own && suits(own, need)).toBe(true);
        }
        expect(parks(lot, placed)).toBe(true);
        const left = [...keeping, ...seeking].filter(({ id }) => !places.has(id));
        for (const one of left) expect(hasWay({ ...lot, held: placed }, one, 2)).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it("whoever fits the own group keeps one, those first who had it; then the first that finds room", () => {
    fc.assert(
      fc.property(changed, (drawn) => {
        const { lot, holding } = changedLot(drawn);
        const { standing, keeping, seeking } = holding;
        fc.pre(parks(lot, standing));
        const places = decidePlaces(lot.groups, { ...holding, outside: [] });
        const kept = keepers(lot, holding);
        for (const one of kept) {
          expect(places.has(one.id)).toBe(true);
          if (!one.mayMove) expect(places.get(one.id)).toBe(one.group);
        }
        const [first] = [...keeping.filter((one) => !kept.includes(one)), ...seeking];
        if (!first) expect(places).toEqual(new Map(kept.map(({ id, group }) => [id, group])));
        else if (hasWay({ ...lot, held: [...standing, ...kept] }, first, 2)) {
          expect(places.has(first.id)).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("decided again, nothing changes", () => {
    fc.assert(
      fc.property(changed, (drawn) => {
        const { lot, holding } = changedLot(drawn);
        const { keeping, seeking } = holding;
        const places = decidePlaces(lot.groups, holding);
        const all = [...keeping, ...seeking].toSorted(
          (one, other) => Number(one.id) - Number(other.id),
        );
        const again = decidePlaces(lot.groups, {
          ...holding,
          keeping: after(places, all),
          seeking: all.filter(({ id }) => !places.has(id)),
        });
        expect(new Map(again)).toEqual(new Map(places));
      }),
      { numRuns: 5_000 },
    );
  });

  it("who needed three to move finds room when another's finding moved the first", () => {
    const { groups } = lotOf({
      places: [
        { standards: [ccs, chademo], powerW: 50_000, closed: [] },
        { standards: [ccs], powerW: 50_000, closed: [] },
      ],
    });
    const [both = "", other = ""] = groups.map(({ key }) => key);
    const car = (id: string, from: number, to: number, standard: string): HeldStay => {
      return { id, from, to, need: { standards: [standard] }, group: both, mayMove: true };
    };
    const keeping = [car("x", 0, 3, ccs), car("y", 3, 4, ccs), car("z", 4, 5, ccs)];
    const seeking = [car("three", 1, 5, chademo), car("one", 0, 1, chademo)];
    const places = decidePlaces(groups, { standing: [], outside: [], keeping, seeking });
    const wanted = { x: other, y: other, z: other, three: both, one: both };
    expect(Object.fromEntries(places)).toEqual(wanted);
  });
});
