import { describe, expect, it } from "vitest";

import { readBooking } from "@/lib/charging/bookings";
import { isAppError } from "@/lib/core/errors";
import { readAvailability, readFreeRun } from "@/lib/sites/schedules";

import { testDatabase } from "../../../support/database";
import { bookFor, ccs, chademo, mixedStation } from "./mixed-station";
import { at, settingOf } from "./setting";

const { db } = await testDatabase({ max: 8 });
const s = await settingOf(db);
const slow = 50_000;

/** How many hours a car that asks for this could book from an hour on, and the places left in the first of them. */
async function runAt(stationId: string, hour: number, standard?: readonly string[]) {
  const asked = { stationId, startsAt: at(hour), most: 4, standard };
  const { slots, left } = await readFreeRun(s.as(await s.owner()), asked);
  return { hours: slots.length, left };
}

describe("a booking says what its car asks for", () => {
  it("as it was asked, by OCPI's name, or null for any", async () => {
    const id = await mixedStation(s, [[[ccs], 150_000]]);
    const owner = await s.owner();
    const asked = { standard: "CCS", minPowerKw: 62.5 };
    const made = await bookFor(s, owner, id, [30, 31], asked);
    const shown = await readBooking(s.as(owner), { id: made.id });
    expect(shown).toMatchObject({ standard: ccs, minPowerKw: 62.5 });
    const any = await bookFor(s, owner, id, [32, 33]);
    expect(any).toMatchObject({ standard: null, minPowerKw: null });
  });

  it("and is refused with the places that are left to others", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[chademo], slow],
      [[chademo], slow],
    ]);
    const refusedOf = async (hours: readonly [number, number], standard?: string) => {
      const error: unknown = await bookFor(s, await s.owner(), id, hours, { standard }).catch(
        (thrown: unknown) => thrown,
      );
      return isAppError(error, "slot.full") ? [error.details, error.message] : error;
    };
    await bookFor(s, await s.owner(), id, [30, 31], { standard: ccs });
    expect(await refusedOf([30, 31], ccs)).toEqual([
      { others: 2 },
      "No place that fits the car is left at this time. 2 places are free, but with another plug or less power.",
    ]);
    // From the first slot to the last: in one of them another is gone.
    await bookFor(s, await s.owner(), id, [31, 32], { standard: chademo });
    expect(await refusedOf([30, 32], ccs)).toEqual([
      { others: 1 },
      "No place that fits the car is left at this time. 1 place is free, but with another plug or less power.",
    ]);
    await bookFor(s, await s.owner(), id, [30, 31]);
    await bookFor(s, await s.owner(), id, [30, 31]);
    expect(await refusedOf([30, 31])).toEqual([{ others: 0 }, "No place is left at this time."]);
  });
});

/** The slots that begin in these hours, as availability tells them to a car that asks for this. */
async function availableAt(
  stationId: string,
  [from, to]: readonly [number, number],
  asked: { readonly standard?: readonly string[]; readonly minPowerKw?: number } = {},
) {
  const span = { from: at(from), to: at(to) };
  return readAvailability(s.as(await s.owner()), { stationId, ...span, ...asked });
}

describe("availability for a car", () => {
  it("is not none where others would make room, and counts by plug what is there", async () => {
    const id = await mixedStation(s, [
      [[chademo], slow],
      [[ccs], 150_000],
    ]);
    // Cars that take any place stand at the weaker one.
    await bookFor(s, await s.owner(), id, [50, 52]);
    const [first, second, third] = await availableAt(id, [50, 53], { standard: [chademo] });
    expect(first).toMatchObject({ capacity: 1, remaining: 1, byStandard: { [chademo]: 0 } });
    expect(second).toMatchObject({ remaining: 1 });
    expect(third).toMatchObject({ remaining: 1, byStandard: { [chademo]: 1 } });
    // The other plug is gone in one of the two hours of the car that would have to go there.
    await bookFor(s, await s.owner(), id, [51, 52], { standard: ccs });
    const left = async () =>
      (await availableAt(id, [50, 53], { standard: [chademo] })).map((slot) => slot.remaining);
    expect(await left()).toEqual([0, 0, 1]);
    expect(await availableAt(id, [50, 51])).toMatchObject([{ remaining: 1 }]);
    await s.holds();
  });

  it("says of every slot what a booking of it would find", async () => {
    const id = await mixedStation(s, [
      [[ccs], 150_000],
      [[ccs], slow],
      [[ccs, chademo], slow],
      [[chademo], slow],
      [["IEC_62196_T2"], 22_000],
    ]);
    const asks = [{ standard: ccs }, { standard: chademo }, { minPowerKw: 50 }, {}];
    for (let hour = 60; hour < 74; hour += 1) {
      const long = 1 + (hour % 3);
      for (const of of [0, 1]) {
        const ask = asks[(hour * 7 + of * 3 + (hour % 5)) % asks.length];
        await bookFor(s, await s.owner(), id, [hour, hour + long], ask).catch((thrown: unknown) => {
          if (!isAppError(thrown, "slot.full")) throw thrown;
        });
      }
    }
    let made = 0;
    for (const asked of [{ standard: [ccs] }, { standard: [chademo] }, { minPowerKw: 100 }]) {
      for (const slot of await availableAt(id, [60, 74], asked)) {
        const startsAt = new Date(slot.startsAt);
        const ask = { stationId: id, startsAt, most: 1, ...asked };
        const { slots } = await readFreeRun(s.as(await s.owner()), ask);
        expect([slot.startsAt, slot.remaining > 0]).toEqual([slot.startsAt, slots.length > 0]);
        const counted = Object.values(slot.byStandard).every((left) => left === 0);
        if (slot.remaining > 0 && counted) made += 1;
      }
    }
    // Some have room by count, some only where others go elsewhere.
    expect(made).toBeGreaterThan(0);
    await s.holds();
  });
});

describe("the times that may be booked from a start on", () => {
  it("are those of one place, not of whichever is free in each slot", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[chademo], slow],
    ]);
    await bookFor(s, await s.owner(), id, [40, 41], { standard: chademo });
    await bookFor(s, await s.owner(), id, [41, 42], { standard: ccs });
    expect(await runAt(id, 40)).toEqual({ hours: 1, left: 1 });
    expect(await runAt(id, 40, [ccs])).toEqual({ hours: 1, left: 1 });
    expect(await runAt(id, 40, [chademo])).toEqual({ hours: 0, left: 1 });
    expect(await runAt(id, 42)).toEqual({ hours: 4, left: 2 });
    await s.holds();
  });

  it("are found where others can move, as the booking itself finds them", async () => {
    const id = await mixedStation(s, [
      [[chademo], slow],
      [[ccs], 150_000],
    ]);
    // A car that takes any place stands at the weaker one.
    await bookFor(s, await s.owner(), id, [50, 52]);
    expect(await runAt(id, 50, [chademo])).toEqual({ hours: 4, left: 1 });
    await bookFor(s, await s.owner(), id, [50, 54], { standard: chademo });
    expect(await runAt(id, 50, [ccs])).toEqual({ hours: 0, left: 0 });
    await s.holds();
  });

  it("are none before now, and none where no slot begins", async () => {
    const id = await mixedStation(s, [[[ccs], slow]]);
    expect(await runAt(id, -1)).toEqual({ hours: 0, left: 0 });
    expect(await runAt(id, 60.5)).toEqual({ hours: 0, left: 0 });
  });
});
