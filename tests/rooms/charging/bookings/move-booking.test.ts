import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import {
  exportBookings,
  readMoveTimes,
  cancelBooking,
  moveBooking,
  readBooking,
  readQr,
} from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser } from "../../../support/world";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const reason = "Two connectors are replaced";

const flag = (id: string) =>
  db
    .update(bookings)
    .set({ conflict: "OverCapacity", conflictAt: at(0) })
    .where(eq(bookings.id, id));
const move = (actor: UserActor, id: string, from: number, to = from + 1) =>
  moveBooking(s.as(actor), { id, startsAt: at(from), endsAt: at(to), reason });

describe("staff move a booking in conflict", () => {
  it("keeps it approved, with a new code, its places moved and everything told", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 24);
    const old = await readQr(s.as(owner), { id });
    await flag(id);
    const moved = await move(s.office, id, 200);
    expect(moved).toMatchObject({
      status: "Approved",
      startsAt: at(200).toISOString(),
      conflict: null,
    });
    const fresh = await readQr(s.as(owner), { id });
    expect(fresh.code).not.toBe(old.code);
    expect(fresh.opensAt).toBe(at(200, -900_000).toISOString());
    expect(await s.reserved()).toEqual({ 200: 1 });
    expect(await s.events(id)).toContain("booking.changed");
    const { history } = await readBooking(s.as(owner), { id });
    expect(history?.at(-1)).toMatchObject({
      action: "Move",
      reason,
      changes: { startsAt: [at(24).toISOString(), at(200).toISOString()] },
    });
    await s.holds();
  });

  it("lets an operator of the station and an admin, and hides it from others", async () => {
    const { id } = await s.book(await s.owner(), 30);
    const { id: elsewhere } = await makeBusiness(db);
    const rival = await makeUser(db, "Backoffice", { businessId: elsewhere });
    await flag(id);
    expect(await refusal(move(rival, id, 31))).toBe("booking.not_found");
    expect(await refusal(move(await s.owner(), id, 31))).toBe("request.forbidden");
    expect(await move(s.operator, id, 31)).toMatchObject({ status: "Pending" });
    await flag(id);
    expect(await move(s.admin, id, 32)).toMatchObject({ startsAt: at(32).toISOString() });
    await s.holds();
  });

  it("moves one that is in no conflict, and offers it every free time but its own", async () => {
    const stationId = await s.station({ capacity: 1 });
    const { id } = await s.book(await s.owner(), 44, 45, stationId);
    const offered = (await readMoveTimes(s.as(s.office), [id])).get(id) ?? [];
    const starts = offered.map(({ startsAt }) => startsAt);
    expect(starts).toContain(at(45).toISOString());
    expect(starts).not.toContain(at(44).toISOString());
    expect(await move(s.office, id, 45)).toMatchObject({ startsAt: at(45).toISOString() });
    await s.holds();
  });

  it("refuses another length, the past, a full slot, and changes nothing", async () => {
    const stationId = await s.station({ capacity: 1 });
    const [first, second] = [await s.owner(), await s.owner()];
    const { id } = await s.book(first, 40, 41, stationId);
    await s.book(second, 42, 43, stationId);
    await flag(id);
    expect(await refusal(move(s.office, id, 43, 45))).toBe("booking.move_length");
    expect(await refusal(move(s.office, id, -1))).toBe("booking.in_past");
    expect(await refusal(move(s.office, id, 42))).toBe("slot.full");
    expect(await refusal(move(s.office, id, 5_000))).toBe("booking.too_far_ahead");
    expect(await s.reserved(stationId)).toEqual({ 40: 1, 42: 1 });
    const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
    expect(row).toMatchObject({ startsAt: at(40), conflict: "OverCapacity" });
    await s.holds();
  });

  it("is open to one of two who want the last place, and the other's booking stays", async () => {
    const stationId = await s.station({ capacity: 1 });
    const ids = await Promise.all(
      [50, 52].map(async (from) => (await s.book(await s.owner(), from, from + 1, stationId)).id),
    );
    for (const id of ids) await flag(id);
    const outcomes = await Promise.allSettled(ids.map((id) => move(s.office, id, 60)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const taken = await db.select().from(slots).where(eq(slots.stationId, stationId));
    expect(taken.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(2);
    await s.holds();
  });
});

describe("the times to which a booking in conflict can be moved", () => {
  const timesOf = async (actor: UserActor, id: string) =>
    ((await readMoveTimes(s.as(actor), [id])).get(id) ?? []).map(({ startsAt, endsAt }) =>
      [startsAt, endsAt].map((time) => (Date.parse(time) - at(0).getTime()) / 3_600_000),
    );

  it("are runs as long as it is, its own places given back, to the last slot that is built", async () => {
    const stationId = await s.station({ capacity: 1 });
    const owner = await s.owner();
    const { id } = await s.book(owner, 10, 12, stationId);
    await s.book(await s.owner(), 13, 14, stationId);
    await flag(id);
    const times = await timesOf(s.office, id);
    expect(times.slice(0, 2)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(times.filter(([start = 0]) => start >= 8 && start < 16)).toEqual([
      [8, 10],
      [9, 11],
      [10, 12],
      [11, 13],
      [14, 16],
      [15, 17],
    ]);
    expect(times.at(-1)).toEqual([334, 336]);
    await move(s.office, id, 11, 13);
    await s.holds();
  });

  it("leave out when its owner is elsewhere", async () => {
    const [stationId, other] = [await s.station(), await s.station()];
    const owner = await s.owner();
    const { id } = await s.book(owner, 20, 21, stationId);
    await s.book(owner, 22, 23, other);
    await flag(id);
    const near = (await timesOf(s.office, id)).map(([start = 0]) => start);
    expect(near.filter((start) => start >= 20 && start <= 24)).toEqual([20, 21, 23, 24]);
    expect(await refusal(move(s.office, id, 22))).toBe("booking.overlap");
  });

  it("are none of what is over, and another's booking is not there", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 80);
    await cancelBooking(s.as(owner), { id, chargeFee: false });
    expect(await timesOf(s.office, id)).toEqual([]);
    const { id: elsewhere } = await makeBusiness(db);
    const rival = await makeUser(db, "Backoffice", { businessId: elsewhere });
    expect(await refusal(readMoveTimes(s.as(rival), [id]))).toBe("booking.not_found");
  });
});

describe("bookings as CSV", () => {
  it("quotes what must be, runs no formula, and holds the own alone", async () => {
    const owner = await makeUser(db, "EvOwner", { name: '=SUM(A1), "Ada"' });
    const { number } = await s.book(owner, 70);
    const csv = await exportBookings(s.as(s.office), { search: number });
    const [header = "", line = "", rest] = csv.split("\r\n");
    expect(header).toBe(
      "\uFEFFnumber,status,station,date,from,to,timeZone,startsAt,endsAt,owner,ownerNic,vehiclePlate,estimate,currency,conflict,createdAt,standard,minPowerKw",
    );
    expect(line).toContain(`${number},Pending,`);
    expect(line).toContain(`"'=SUM(A1), ""Ada"""`);
    expect(line).toContain("America/New_York");
    expect(rest).toBe("");
    const { id: elsewhere } = await makeBusiness(db);
    const rival = await makeUser(db, "Backoffice", { businessId: elsewhere });
    expect((await exportBookings(s.as(rival), {})).trim().split("\r\n")).toHaveLength(1);
  });

  it("has titles in the reader's language, and the same below them", async () => {
    const { number } = await s.book(await s.owner(), 71);
    const asked = { search: number };
    const plain = (await exportBookings(s.as(s.office), asked)).split("\r\n");
    const marked = (await exportBookings({ ...s.as(s.office), locale: "en-XA" }, asked)).split(
      "\r\n",
    );
    expect(marked.slice(1)).toEqual(plain.slice(1));
    const titles = marked[0]?.replace("\uFEFF", "").split(",") ?? [];
    expect(titles).toHaveLength(18);
    for (const title of titles) expect(title).toMatch(/^\[.+\]$/);
  });
});
