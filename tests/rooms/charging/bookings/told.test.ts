import { asc, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { outboxEvents } from "@/db/schema/outbox";
import { slots } from "@/db/schema/schedules";
import { cancelBooking, markNoShows, moveBooking, rejectBooking } from "@/lib/charging/bookings";
import { flagConflicts } from "@/lib/charging/bookings/flag-conflicts";
import { eventPayloads, outwardTypes, type EventType } from "@/lib/words";

import { testDatabase } from "../../../support/database";
import { at, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);

/** What was told of a booking to those outside, as it is kept. */
const toldOf = async (id: string) =>
  (
    await db
      .select()
      .from(outboxEvents)
      .where(sql`${outboxEvents.payload} ->> 'bookingId' = ${id}`)
      .orderBy(asc(outboxEvents.id))
  ).filter(({ type }) => (outwardTypes as readonly string[]).includes(type));

it("every event of a booking tells its number and its time as it is then", async () => {
  const reason = "Works on site";
  const staff = s.as(s.operator);
  const stationId = await s.station();
  const moved = await s.approved(await s.owner(), 30);
  await moveBooking(staff, { id: moved.id, startsAt: at(40), endsAt: at(41), reason });
  await cancelBooking(staff, { id: moved.id, reason, chargeFee: false });
  const rejected = await s.book(await s.owner(), 31);
  await rejectBooking(staff, { id: rejected.id, reason });
  const missed = await s.approved(await s.owner(), 1);
  const unfit = await s.book(await s.owner(), 50, 51, stationId);
  const places = (capacity: number) =>
    db.update(slots).set({ capacity }).where(eq(slots.stationId, stationId));
  for (const capacity of [0, 4]) {
    await places(capacity);
    await flagConflicts(staff, [stationId]);
  }
  s.clock.set(at(2));
  await markNoShows(s.job("no-show"));

  const [early, late] = [
    { startsAt: at(30).toISOString(), endsAt: at(31).toISOString() },
    { startsAt: at(40).toISOString(), endsAt: at(41).toISOString() },
  ];
  const expected = [
    [
      moved,
      [
        ["created", early],
        ["approved", early],
        ["changed", late],
        ["canceled", late],
      ],
    ],
    [
      rejected,
      [
        ["created", rejected],
        ["rejected", rejected],
      ],
    ],
    [
      missed,
      [
        ["created", missed],
        ["approved", missed],
        ["no_show", missed],
      ],
    ],
    [
      unfit,
      [
        ["created", unfit],
        ["conflict", unfit],
        ["conflict_settled", unfit],
      ],
    ],
  ] as const;
  for (const [{ id, number }, told] of expected) {
    const events = await toldOf(id);
    expect(events.map(({ type }) => type)).toEqual(told.map(([type]) => `booking.${type}`));
    for (const [index, { type, payload, stationId: where }] of events.entries()) {
      const { startsAt, endsAt } = told[index]?.[1] ?? early;
      expect(payload, type).toMatchObject({ bookingId: id, number, startsAt, endsAt });
      expect(
        eventPayloads[type as EventType].strict().safeParse(payload).error,
        type,
      ).toBeUndefined();
      expect(where).not.toBeNull();
    }
  }
  expect(await db.$count(bookings)).toBe(expected.length);
});
