import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import {
  cancelBooking,
  listConflicts,
  markNoShows,
  modifyBooking,
  readBooking,
  readDailyCapacity,
  reconcileReserved,
  rejectUnreviewed,
} from "@/lib/charging/bookings";
import { findMisfits } from "@/lib/charging/bookings/find-misfits";
import { readFutureBookings } from "@/lib/sites/stations";
import { admitBooking, flagConflicts, futureBookings } from "@/lib/charging/bookings/inside";

import { testDatabase } from "../../../support/database";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const minute = 60_000;

describe("no-shows", () => {
  it("are marked exactly 15 minutes after the start, or as the station says", async () => {
    const patient = await s.station();
    await s.set("noShowAfterMinutes", 20, patient);
    const here = await s.approved(await s.owner(), 5);
    const there = await s.approved(await s.owner(), 5, 6, patient);
    s.clock.set(at(5, 15 * minute - 1));
    expect(await markNoShows(s.job("no-show"))).toEqual({ count: 0 });
    s.clock.set(at(5, 15 * minute));
    expect(await markNoShows(s.job("no-show"))).toEqual({ count: 1 });
    expect(await s.status(here.id)).toBe("NoShow");
    expect(await s.reserved()).toEqual({});
    s.clock.set(at(5, 20 * minute));
    expect(await markNoShows(s.job("no-show"))).toEqual({ count: 1 });
    expect(await s.status(there.id)).toBe("NoShow");
    expect((await s.audits(here.id)).at(-1)).toMatchObject({
      action: "NoShow",
      actorRole: "Job",
      actorName: "no-show",
      from: "Approved",
      to: "NoShow",
    });
    expect(await s.events(here.id)).toContain("booking.no_show");
    s.clock.set(at(0));
    await s.holds();
  });
});

describe("unreviewed bookings", () => {
  it("are rejected when their slot starts, with a reason", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 8);
    s.clock.set(at(8, -1));
    expect(await rejectUnreviewed(s.job("unreviewed"))).toEqual({ count: 0 });
    s.clock.set(at(8));
    expect(await rejectUnreviewed(s.job("unreviewed"))).toEqual({ count: 1 });
    expect((await s.audits(id)).at(-1)).toMatchObject({
      action: "Reject",
      to: "Rejected",
      reason: "unreviewed",
    });
    const read = await readBooking(s.as(owner), { id });
    expect(read.history?.at(-1)?.reason).toBe("Nobody reviewed the booking before its start.");
    s.clock.set(at(0));
    await s.holds();
  });
});

it("reconciling finds nothing, and puts right and audits what somebody broke", async () => {
  await s.book(await s.owner(), 30, 32);
  expect((await reconcileReserved(s.job("reconcile"))).differences).toEqual([]);
  await db
    .update(slots)
    .set({ reserved: 3 })
    .where(and(eq(slots.stationId, s.stationId), eq(slots.startsAt, at(31))));
  expect((await reconcileReserved(s.job("reconcile"))).differences).toEqual([
    { stationId: s.stationId, startsAt: at(31), group: 1, was: 3, is: 1 },
  ]);
  expect((await s.audits(s.stationId)).at(-1)).toMatchObject({ action: "Reconcile" });
  await s.holds();
});

describe("conflicts", () => {
  it("are the latest beyond the places, told once, and settle when there is room again", async () => {
    const station = await s.station({ capacity: 3 });
    const operator = await s.operatorAt(station);
    const owners = [await s.owner(), await s.owner(), await s.owner()];
    const made = [];
    for (const owner of owners) {
      made.push(await s.book(owner, 40, 42, station));
      s.clock.advance(1);
    }
    const capacity = async (places: number) => {
      await db.update(slots).set({ capacity: places }).where(eq(slots.stationId, station));
      await flagConflicts(s.job("slots"), [station]);
    };
    const flagged = async () =>
      (await listConflicts(s.as(operator), { stationId: station, page: 1, limit: 10 })).items;
    await capacity(1);
    await capacity(1);
    expect((await flagged()).map(({ id }) => id)).toEqual([made[1]?.id, made[2]?.id]);
    expect((await flagged())[0]?.conflict).toMatchObject({ reason: "OverCapacity" });
    const [first, second, third] = made.map(({ id }) => id);
    expect(
      (await s.events(second ?? "")).filter((type) => type === "booking.conflict"),
    ).toHaveLength(1);
    // The first gives way: the second fits now, the third does not yet.
    const reason = "Fewer places";
    await cancelBooking(s.as(operator), { id: first ?? "", reason, chargeFee: false });
    expect((await flagged()).map(({ id }) => id)).toEqual([third]);
    expect((await s.audits(second ?? "")).at(-1)).toMatchObject({ action: "ConflictSettled" });
    // The third's owner moves to where there is room.
    const [, , owner] = owners;
    if (!owner) throw new Error("no owner");
    await modifyBooking(s.as(owner), { id: third ?? "", startsAt: at(44), endsAt: at(45) });
    expect(await flagged()).toEqual([]);
    await s.holds();
    s.clock.set(at(0));
  });

  it("find another when one that was flagged is let in early", async () => {
    const station = await s.station({ capacity: 2 });
    const operator = await s.operatorAt(station);
    const first = await s.approved(await s.owner(), 60, 61, station);
    s.clock.advance(1);
    const second = await s.approved(await s.owner(), 60, 61, station);
    await db.update(slots).set({ capacity: 1 }).where(eq(slots.stationId, station));
    await flagConflicts(s.job("slots"), [station]);
    const flagged = async () => {
      const page = { stationId: station, page: 1, limit: 10 };
      return (await listConflicts(s.as(operator), page)).items.map(({ id }) => id);
    };
    expect(await flagged()).toEqual([second.id]);
    s.clock.set(at(60, -10 * minute));
    await admitBooking(s.as(operator), { qr: second.qr?.token ?? "" });
    expect(await flagged()).toEqual([first.id]);
    s.clock.set(at(0));
    await s.holds();
  });

  const holder = (id: string, status: "InProgress" | "Approved", from: number, to: number) => ({
    id,
    stationId: "here",
    status,
    startsAt: at(from),
    endsAt: at(to),
    placeGroup: 1,
    standard: null,
    minPowerW: null,
    conflict: null,
    isOurs: true,
  });
  const slot = (from: number, capacity: number) => ({
    startsAt: at(from),
    endsAt: at(from + 1),
    group: 1,
    capacity,
    held: 0,
    reserved: 0,
    openPlaces: "1".repeat(capacity),
    uneven: false,
  });
  const rest = { connectors: new Map(), checkInBeforeMinutes: 15 };
  const groups = [{ number: 1, standards: ["IEC_62196_T2"], powerW: 22_000, plugPowersW: null }];

  it("leave who has begun in every slot, so that what is over is flagged there too", () => {
    const now = at(0, 30 * minute);
    const holders = [
      holder("later", "Approved", 2, 3),
      holder("one", "InProgress", 0, 3),
      holder("other", "InProgress", 0, 3),
    ];
    const slots = [slot(0, 2), slot(1, 1), slot(2, 2)];
    const { reasons } = findMisfits(holders, { groups, slots, ...rest }, now);
    expect([...reasons]).toEqual([["later", "OverCapacity"]]);
  });

  it("are no bookings that lie in slots which begin and end at other times", () => {
    const holders = [holder("inside", "Approved", 2, 3), holder("sticks out", "Approved", 4, 5)];
    const slots = [slot(1.5, 1), slot(2.5, 1), slot(3.5, 1)];
    const { reasons } = findMisfits(holders, { groups, slots, ...rest }, at(0));
    expect([...reasons]).toEqual([["sticks out", "OutsideSlots"]]);
  });

  it("are bookings that no slots cover any more", async () => {
    const station = await s.station();
    const { id } = await s.book(await s.owner(), 40, 42, station);
    await db.delete(slots).where(and(eq(slots.stationId, station), eq(slots.startsAt, at(41))));
    await flagConflicts(s.job("slots"), [station]);
    const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
    expect(row).toMatchObject({ conflict: "OutsideSlots", status: "Pending" });
    await cancelBooking(s.as(s.office), { id, reason: "Closed", chargeFee: false });
    const [after] = await db.select().from(bookings).where(eq(bookings.id, id));
    expect(after?.conflict).toBeNull();
    await s.holds();
  });

  it("are shown to those who run the station", async () => {
    const list = (actor: Parameters<typeof s.as>[0]) =>
      refusal(listConflicts(s.as(actor), { stationId: s.stationId, page: 1, limit: 10 }));
    expect(await list(s.office)).toBe("done");
    expect(await list(await s.operatorAt(await s.station()))).toBe("station.not_found");
    expect(await list(await s.owner())).toBe("request.forbidden");
  });
});

it("future bookings are counted with their days at the station", async () => {
  const station = await s.station();
  // 22:00 and 00:00 in New York.
  for (const hour of [14, 16, 40]) await s.book(await s.owner(), hour, hour + 1, station);
  const gone = await s.book(await s.owner(), 60, 61, station);
  await cancelBooking(s.as(s.office), { id: gone.id, reason: "Gone", chargeFee: false });
  expect(await futureBookings(s.as(s.office), station)).toEqual({
    count: 3,
    dates: ["2026-06-01", "2026-06-02", "2026-06-03"],
  });
  s.clock.set(at(16));
  expect((await futureBookings(s.as(s.office), station)).count).toBe(1);
  const asked = { id: station };
  expect((await readFutureBookings(s.as(s.office), asked)).count).toBe(1);
  expect(await refusal(readFutureBookings(s.as(await s.operatorAt(station)), asked))).toBe(
    "request.forbidden",
  );
  s.clock.set(at(0));
});

it("a day's capacity is told by slot and status", async () => {
  const station = await s.station();
  await s.book(await s.owner(), 40, 42, station);
  await s.approved(await s.owner(), 41, 42, station);
  const day = await readDailyCapacity(s.as(s.office), { stationId: station, date: "2026-06-03" });
  expect(day.slots).toHaveLength(24);
  expect(day.slots[0]?.startsAt).toBe("2026-06-03T04:00:00.000Z");
  expect(day.slots.find(({ startsAt }) => startsAt === at(41).toISOString())).toMatchObject({
    capacity: 4,
    reserved: 2,
    remaining: 2,
    byStatus: { Pending: 1, Approved: 1 },
  });
  const total = await db.execute<{ sum: number }>(
    sql`select sum(reserved)::int as sum from slots where station_id = ${station}`,
  );
  expect(day.slots.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(total[0]?.sum);
});
