import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { cancelBooking, modifyBooking, moveBooking } from "@/lib/charging/bookings";
import { holdingStatuses } from "@/lib/charging/bookings/schema";
import type { UserActor } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { bookFor, ccs, chademo, expectParked, mixedStation } from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 64 });
const s = await settingOf(db);
const slow = 50_000;
const asks = [
  { standard: ccs },
  { standard: chademo },
  {},
  { standard: ccs, minPowerKw: 50 },
  { minPowerKw: 50 },
];
const known = ["booking.overlap", "booking.status", "done", "slot.full"];

interface Made {
  readonly id: string;
  readonly owner: UserActor;
  readonly hours: number;
}

describe.each([1, 2, 3])("round %i", (round) => {
  it("64 moves at once at 2 CCS, 1 CHAdeMO and 1 of both, beside new ones and cancellations: all are answered, and all who hold a place are parked", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs], slow],
      [[chademo], slow],
      [[ccs, chademo], slow],
    ]);
    const first = 20 + round * 24;
    const hours = 6;
    const made: Made[] = [];
    /** Books for a car of its own owner, who may be refused. */
    const book = async (index: number) => {
      const owner = await s.owner();
      const length = 1 + (index % 2);
      const from = first + (index % hours);
      const booking = await bookFor(s, owner, id, [from, from + length], asks[index % asks.length]);
      made.push({ id: booking.id, owner, hours: length });
    };
    for (let index = 0; index < 18; index += 1) await refusal(book(index));
    expect(made.length).toBeGreaterThan(11);

    const tally = new Map<string, number>();
    for (const burst of [0, 1, 2]) {
      const cars = [...made];
      const moves = Array.from({ length: 64 }, (_, index) => {
        const car = cars[index % cars.length];
        if (!car) throw new Error("nobody booked");
        // The same car is sent to several hours at once, by its owner and by staff.
        const from = first + ((index * (burst + 1) + Math.floor(index / cars.length)) % hours);
        const range = { id: car.id, startsAt: at(from), endsAt: at(from + car.hours) };
        return index % 3 === 0
          ? moveBooking(s.as(s.office), { ...range, reason: "Works" })
          : modifyBooking(s.as(car.owner), range);
      });
      const creates = Array.from({ length: 12 }, (_, index) => book(index * 5 + burst));
      const cancels = cars
        .filter((_, index) => index % 6 === burst)
        .map((car) =>
          cancelBooking(s.as(s.office), { id: car.id, reason: "Gone", chargeFee: false }),
        );
      const answers = await Promise.all([...moves, ...creates, ...cancels].map(refusal));
      for (const answer of answers) tally.set(answer, (tally.get(answer) ?? 0) + 1);
      expect(answers.filter((answer) => !known.includes(answer))).toEqual([]);
      await expectParked(s, id);
      await s.holds();
    }
    // Some were moved, and some found no place: the station was as full as a race needs.
    expect(tally.get("done")).toBeGreaterThan(20);
    expect(tally.get("slot.full")).toBeGreaterThan(20);
    const held = await db
      .select()
      .from(bookings)
      .where(and(eq(bookings.stationId, id), inArray(bookings.status, [...holdingStatuses])));
    expect(held.filter(({ conflict }) => conflict !== null)).toEqual([]);
  });
});
