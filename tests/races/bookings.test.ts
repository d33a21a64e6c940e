import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { schedules } from "@/db/schema/schedules";
import { connectors } from "@/db/schema/stations";
import {
  approveBooking,
  cancelBooking,
  markNoShows,
  modifyBooking,
  rejectBooking,
} from "@/lib/charging/bookings";
import { admitBooking } from "@/lib/charging/bookings/inside";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { setStationStatus } from "@/lib/sites/stations";

import { at, refusal, settingOf } from "../rooms/charging/bookings/setting";
import { testDatabase } from "../support/database";
import { makeStation } from "../support/world";

const { db } = await testDatabase({ max: 64 });
const s = await settingOf(db);
const rounds = [1, 2, 3];
/** Owners without any booking yet. */
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => s.owner()));

/** How often each answer came. */
async function tally(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const answers = await Promise.all(calls.map(refusal));
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

describe.each(rounds)("round %i", (round) => {
  it("64 owners at once for 4 places: exactly 4 get one", async () => {
    const owners = await crowd(64);
    const station = await s.station();
    const hour = 20 + round;
    const counts = await tally(owners.map((owner) => s.book(owner, hour, hour + 1, station)));
    expect(counts).toEqual({ done: 4, "slot.full": 60 });
    expect(await s.reserved(station)).toEqual({ [hour]: 4 });
    await s.holds();
  });

  it("crossing ranges of several slots never deadlock nor overbook", async () => {
    const owners = await crowd(64);
    const station = await s.station({ capacity: 3 });
    const counts = await tally(
      owners.map((owner, index) =>
        s.book(owner, 40 + (index % 4), 42 + (index % 4) + (index % 2), station),
      ),
    );
    expect(Object.keys(counts).toSorted()).toEqual(["done", "slot.full"]);
    await s.holds();
  });

  it("one owner at 20 stations at once gets one booking", async () => {
    const stations = await Promise.all(Array.from({ length: 20 }, () => s.station()));
    const owner = await s.owner();
    const counts = await tally(stations.map((station) => s.book(owner, 30, 32, station)));
    expect(counts).toEqual({ done: 1, "booking.overlap": 19 });
    await s.holds();
  });

  it("moves that cross one another do not deadlock", async () => {
    const owners = await crowd(32);
    const station = await s.station({ capacity: 32 });
    const hours = [60, 62, 64, 66];
    const made = await Promise.all(
      owners.map((owner, index) =>
        s.book(owner, hours[index % 4] ?? 60, (hours[index % 4] ?? 60) + 2, station),
      ),
    );
    const counts = await tally(
      made.map(({ id }, index) =>
        modifyBooking(s.as(owners[index] ?? s.admin), {
          id,
          startsAt: at(hours[(index + 1 + round) % 4] ?? 60),
          endsAt: at((hours[(index + 1 + round) % 4] ?? 60) + 2),
        }),
      ),
    );
    expect(counts).toEqual({ done: 32 });
    await s.holds();
  });

  it("a move against a cancellation: one comes first, and nothing is left behind", async () => {
    const station = await s.station();
    const owner = await s.owner();
    const { id } = await s.book(owner, 50, 52, station);
    const ctx = s.as(owner);
    const counts = await tally([
      modifyBooking(ctx, { id, startsAt: at(54), endsAt: at(55) }),
      cancelBooking(s.as(s.office), { id, reason: "Works", chargeFee: false }),
      modifyBooking(ctx, { id, startsAt: at(51), endsAt: at(53) }),
    ]);
    expect((counts.done ?? 0) + (counts["booking.status"] ?? 0)).toBe(3);
    expect(await s.status(id)).toBe("CanceledByBackoffice");
    expect(await s.reserved(station)).toEqual({});
    await s.holds();
  });

  it("20 approvals and rejections at once: one decides", async () => {
    const { id } = await s.book(await s.owner(), 70 + round);
    const ctx = s.as(s.operator);
    const counts = await tally(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? approveBooking(ctx, { id })
          : rejectBooking(ctx, { id, reason: "No technician" }),
      ),
    );
    expect(counts).toEqual({ done: 1, "booking.status": 19 });
    expect((await s.audits(id)).length).toBe(2);
    await s.holds();
  });

  it("bookings against a deactivation: none is left at a station that went out of service", async () => {
    const owners = await crowd(30);
    const station = await s.station({ capacity: 64 });
    const calls = owners.map((owner) => s.book(owner, 80, 81, station));
    calls.splice(
      round * 4,
      0,
      setStationStatus(s.as(s.office), { id: station, status: "Inactive" }) as never,
    );
    const counts = await tally(calls);
    const left = await db.select().from(bookings).where(eq(bookings.stationId, station));
    if (counts["station.has_future_bookings"]) {
      expect(counts).toEqual({ done: 30, "station.has_future_bookings": 1 });
      expect(left).toHaveLength(30);
    } else {
      expect(counts).toEqual({ done: 1, "station.inactive": 30 });
      expect(left).toHaveLength(0);
    }
    await s.holds();
  });

  it("bookings against a rebuild of the slots: counts stay right", async () => {
    const owners = await crowd(64);
    const { id } = await makeStation(db, s.businessId, { connectors: 8 });
    const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const open = (start: string) =>
      db
        .insert(schedules)
        .values({
          stationId: id,
          weekly: Object.fromEntries(days.map((day) => [day, [{ start, end: "22:00" }]])),
          updatedAt: at(0),
        })
        .onConflictDoUpdate({
          target: schedules.stationId,
          set: { weekly: Object.fromEntries(days.map((day) => [day, [{ start, end: "22:00" }]])) },
        });
    await open("06:00");
    await rebuildSlots(s.job("slots"), [id]);
    await db.update(connectors).set({ status: "OutOfOrder" }).where(eq(connectors.stationId, id));
    await open("06:30");
    const booking = owners.map((owner, index) =>
      s.book(owner, 22 + (index % 6), 23 + (index % 6), id),
    );
    booking.splice(20, 0, rebuildSlots(s.job("slots"), [id]) as never);
    const counts = await tally(booking);
    const known = ["done", "slot.full", "booking.not_on_slots"];
    expect(Object.keys(counts).filter((code) => !known.includes(code))).toEqual([]);
    await s.holds();
  });

  it("check-ins against the no-show job by two workers: each booking ends in one way", async () => {
    const owners = await crowd(20);
    const station = await s.station({ capacity: 64 });
    const operator = s.as(await s.operatorAt(station));
    const hour = 90 + round;
    const made = await Promise.all(
      owners.map(async (owner) => s.book(owner, hour, hour + 1, station)),
    );
    const tokens = await Promise.all(
      made.map(async ({ id }) => (await approveBooking(operator, { id })).qr?.token ?? ""),
    );
    s.clock.set(at(hour, 15 * 60_000));
    const counts = await tally([
      markNoShows(s.job("no-show")),
      ...tokens.map((qr) => admitBooking(operator, { qr })),
      markNoShows(s.job("no-show")),
      ...tokens.map((qr) => admitBooking(operator, { qr })),
    ]);
    s.clock.set(at(0));
    // A no-show that the job was first with comes in late: there is room.
    expect(counts).toEqual({ done: 22, "qr.already_used": 20 });
    expect(await s.reserved(station)).toEqual({ [hour]: 20 });
    for (const { id } of made) {
      const deeds = (await s.audits(id)).map(({ action }) => action);
      expect(deeds.filter((action) => action === "Checkin")).toHaveLength(1);
    }
    await s.holds();
  });
});

it("two workers mark each of 60 no-shows once", async () => {
  const owners = await crowd(60);
  const stations = await Promise.all(
    Array.from({ length: 10 }, () => s.station({ capacity: 60, approval: "Auto" })),
  );
  await Promise.all(
    owners.flatMap((owner, index) => [
      s.book(owner, 120 + (index % 5), 121 + (index % 5), stations[index % 10]),
    ]),
  );
  s.clock.set(at(140));
  const done = await Promise.all([markNoShows(s.job("no-show")), markNoShows(s.job("no-show"))]);
  s.clock.set(at(0));
  expect(done.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(60);
  const rows = await db.select().from(bookings).where(eq(bookings.status, "NoShow"));
  for (const { id } of rows) {
    expect((await s.audits(id)).filter(({ action }) => action === "NoShow")).toHaveLength(1);
  }
  await s.holds();
});
