import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { HeldStay, Lot } from "@/lib/sites/schedules/find-room";
import { type Need, suits } from "@/lib/sites/schedules/place-groups";

import {
  ccs,
  chademo,
  type Drawn,
  findRoom,
  hasWay,
  lotOf,
  parks,
  type plugs,
  slotCount,
  world,
} from "./small-lots";

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
