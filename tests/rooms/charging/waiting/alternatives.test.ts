import { describe, expect, it } from "vitest";

import { cancelBooking, createBooking } from "@/lib/charging/bookings";
import { CreateBooking } from "@/lib/charging/bookings/schema";
import { offerAlternatives } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";
import { isAppError } from "@/lib/core/errors";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { bookFor, ccs, chademo, mixedStation } from "../bookings/mixed-station";
import { at, refusal, settingOf } from "../bookings/setting";
import { own, serve, wait } from "./lines";

const { db } = await testDatabase({ max: 16 });
const s = await settingOf(db);

interface Told {
  readonly stationId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly distanceM: number;
  readonly estimate: unknown;
  readonly offerId?: string;
  readonly offerEndsAt?: string;
}

/** What an owner hears who asks for a full time: the alternatives. */
async function alternatives(
  owner: UserActor,
  stationId: string,
  [from, to]: readonly [number, number],
  ask: object = {},
): Promise<readonly Told[]> {
  const input = CreateBooking.parse({
    stationId,
    startsAt: at(from).toISOString(),
    endsAt: at(to).toISOString(),
    ...ask,
  });
  try {
    await createBooking(s.as(owner), input);
  } catch (error) {
    if (!isAppError(error, "slot.full")) throw error;
    try {
      await offerAlternatives(s.as(owner), input, error);
    } catch (told) {
      if (!isAppError(told, "slot.full")) throw told;
      return (told.details?.alternatives ?? []) as readonly Told[];
    }
    return [];
  }
  throw new Error("It was not full.");
}

const hoursOf = (told: readonly Told[]) =>
  told.map(({ startsAt }) => (Date.parse(startsAt) - at(0).getTime()) / minutes(60));

/** A station far from all others, of so many places, booked at these hours. */
let latitude = 10;
async function busyStation(hours: readonly number[], capacity = 1, more: object = {}) {
  latitude += 1;
  const stationId = await s.station({ capacity, latitude, longitude: 20, ...more });
  for (const hour of hours) {
    for (let place = 0; place < capacity; place += 1) {
      await s.book(await s.owner(), hour, hour + 1, stationId);
    }
  }
  return { stationId, latitude };
}

describe("whoever comes too late", () => {
  it("hears the nearest times of the station, the later of two first, within three hours", async () => {
    const { stationId } = await busyStation([30, 31]);
    const told = await alternatives(await s.owner(), stationId, [30, 31]);
    expect(hoursOf(told)).toEqual([29, 32, 28]);
    expect(told[0]).toMatchObject({ stationId, distanceM: 0, estimate: { currency: "USD" } });
    const late = await busyStation([30, 31, 32, 33, 29, 28]);
    expect(hoursOf(await alternatives(await s.owner(), late.stationId, [30, 31]))).toEqual([27]);
  });

  it("then stations within five kilometres at that time, the nearest first", async () => {
    const { stationId, latitude: lat } = await busyStation([27, 28, 29, 30, 31, 32, 33]);
    const beside = (north: number) =>
      s.station({ capacity: 1, latitude: lat + north, longitude: 20 });
    const far = await beside(0.04);
    const near = await beside(0.01);
    await beside(0.046); // 5.1 km
    const closed = await s.station({ latitude: lat + 0.002, longitude: 20, status: "Inactive" });
    const told = await alternatives(await s.owner(), stationId, [30, 31]);
    expect(told.map((one) => one.stationId)).toEqual([near, far]);
    expect(told.map((one) => one.stationId)).not.toContain(closed);
    expect(told[0]?.distanceM).toBeGreaterThan(1_100);
    expect(told[0]?.distanceM).toBeLessThan(1_120);
    expect(hoursOf(told)).toEqual([30, 30]);
  });

  it("has the first held for two minutes, which books it; three in an hour, one at a time", async () => {
    const { stationId } = await busyStation([30]);
    const owner = await s.owner();
    const [first, ...others] = await alternatives(owner, stationId, [30, 31]);
    expect(first).toMatchObject({
      offerEndsAt: new Date(s.clock.now().getTime() + minutes(2)).toISOString(),
    });
    expect(others.map(({ offerId }) => offerId)).toEqual([undefined, undefined]);
    expect(await s.reserved(stationId)).toEqual({ 30: 1, 31: 1 });
    // It stood in no line.
    expect(await own(s, owner)).toEqual([["Offered", null]]);
    // While it is held nothing else is, and whoever asks again is told of it again.
    const again = await alternatives(owner, stationId, [30, 31]);
    expect(again[0]).toEqual(first);
    expect(again.filter(({ offerId }) => offerId !== undefined)).toHaveLength(1);
    // Not where it is no alternative to what is asked.
    await s.book(await s.owner(), 35, 36, stationId);
    const elsewhere = await alternatives(owner, stationId, [35, 36]);
    expect(elsewhere.map(({ offerId }) => offerId).filter(Boolean)).toEqual([]);
    // Nobody else gets it.
    expect(await refusal(s.book(await s.owner(), 31, 32, stationId))).toBe("slot.full");
    const made = await createBooking(s.as(owner), {
      stationId,
      startsAt: at(31),
      endsAt: at(32),
      offerId: first?.offerId,
    });
    expect(made.status).toBe("Pending");
    expect(await s.reserved(stationId)).toEqual({ 30: 1, 31: 1, 35: 1 });

    const other = await s.owner();
    const held = [];
    for (const time of [0, 1, 2, 3]) {
      s.clock.advance(minutes(time === 0 ? 0 : 3));
      await serve(s);
      held.push((await alternatives(other, stationId, [30, 31]))[0]?.offerId !== undefined);
    }
    expect(held).toEqual([true, true, true, false]);
    s.clock.advance(minutes(60));
    await serve(s);
    expect((await alternatives(other, stationId, [30, 31]))[0]?.offerId).toBeDefined();
    await s.holds();
  });

  it("gives it back by waiting for the time that was full, so that nobody goes past them", async () => {
    const { stationId } = await busyStation([]);
    const [holder, first, next] = [await s.owner(), await s.owner(), await s.owner()];
    const booked = await s.book(holder, 30, 31, stationId);
    expect((await alternatives(first, stationId, [30, 31]))[0]?.offerId).toBeDefined();
    await wait(s, first, [30, 31], { stationId });
    expect(await s.reserved(stationId)).toEqual({ 30: 1 });
    s.clock.advance(1_000);
    await wait(s, next, [30, 31], { stationId });
    await cancelBooking(s.as(holder), { id: booked.id, chargeFee: false });
    await serve(s);
    expect(await own(s, first)).toContainEqual(["Offered", 1]);
    expect(await own(s, next)).toEqual([["Waiting", 2]]);
    await s.holds();
  });

  it("hears none at which they have a booking, others wait, or the car cannot stand", async () => {
    const { stationId } = await busyStation([30, 31]);
    const owner = await s.owner();
    await s.book(owner, 29);
    await wait(s, await s.owner(), [31, 32], { stationId });
    expect(hoursOf(await alternatives(owner, stationId, [30, 31]))).toEqual([32, 28, 33]);

    const mixed = await mixedStation(s, [
      [[ccs], 50_000],
      [[chademo], 50_000],
    ]);
    await bookFor(s, await s.owner(), mixed, [30, 33], { standard: chademo });
    const told = await alternatives(await s.owner(), mixed, [30, 31], { standard: chademo });
    expect(hoursOf(told).filter((hour) => hour >= 30 && hour < 33)).toEqual([]);
  });

  it("hears which booking of their own is at that time, and nothing of anybody else's", async () => {
    const { stationId } = await busyStation([30]);
    const owner = await s.owner();
    const own = await s.book(owner, 29);
    await s.book(await s.owner(), 29);
    const input = { stationId, startsAt: at(29), endsAt: at(31) };
    const error = await createBooking(s.as(owner), input).catch((thrown: unknown) => thrown);
    if (!isAppError(error, "booking.overlap")) throw new Error("It was made.");
    expect(error.details).toBeUndefined();
    await expect(offerAlternatives(s.as(owner), input, error)).rejects.toMatchObject({
      code: "booking.overlap",
      details: { bookingId: own.id, number: own.number, startsAt: at(29).toISOString() },
    });
    const without = await s.owner();
    expect(await offerAlternatives(s.as(without), input, error)).toBeUndefined();
  });

  it("hears nothing more of any other refusal, nor of what is too soon or too far", async () => {
    const { stationId } = await busyStation([1]);
    const told = await alternatives(await s.owner(), stationId, [1, 2]);
    expect(hoursOf(told).every((hour) => at(hour) > s.clock.now())).toBe(true);
    const error = await createBooking(s.as(await s.owner()), {
      stationId,
      startsAt: at(-5),
      endsAt: at(-4),
    }).catch((thrown: unknown) => thrown);
    if (!isAppError(error, "booking.in_past")) throw new Error("It was made.");
    const input = { stationId, startsAt: at(-5), endsAt: at(-4) };
    await offerAlternatives(s.as(await s.owner()), input, error);
  });
});
