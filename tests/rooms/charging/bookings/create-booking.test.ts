import { describe, expect, it } from "vitest";

import { eq } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { createBooking, readOverlap } from "@/lib/charging/bookings";

import { testDatabase } from "../../../support/database";
import { makeSlots, makeStation, makeUser } from "../../../support/world";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);

const attempt = async (from: Date, to: Date, stationId = s.stationId) =>
  refusal(createBooking(s.as(await s.owner()), { stationId, startsAt: from, endsAt: to }));

describe("creating a booking", () => {
  it("takes a place, estimates the price, and tells it", async () => {
    const owner = await s.owner();
    const booking = await s.book(owner, 24);
    expect(booking).toMatchObject({
      status: "Pending",
      ownerNic: owner.ownerNic,
      ownerName: owner.name,
      startsAt: at(24).toISOString(),
      approvedAt: null,
      // 50 kWh at 0.45, and 8.875 % tax on it.
      estimate: { amount: "24.50", currency: "USD" },
    });
    expect(booking.number).toMatch(/^BK-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(booking.qr).toBeUndefined();
    expect(await s.reserved()).toEqual({ 24: 1 });
    expect(await s.audits(booking.id)).toMatchObject([
      { action: "Create", from: null, to: "Pending", actorId: owner.userId },
    ]);
    expect(await s.events(booking.id)).toEqual(["booking.created"]);
    await s.holds();
  });

  it("is approved at once with a QR code where the station approves by itself", async () => {
    const auto = await s.station({ approval: "Auto" });
    const booking = await s.book(await s.owner(), 24, 25, auto);
    expect(booking).toMatchObject({ status: "Approved", approvedAt: at(0).toISOString() });
    expect(booking.qr).toMatchObject({
      opensAt: at(24, -15 * 60_000).toISOString(),
      expiresAt: at(24, 30 * 60_000).toISOString(),
    });
    expect(await s.events(booking.id)).toEqual([
      "booking.created",
      "booking.approved",
      "qr.issued",
    ]);
    await s.holds();
  });

  it("starts in the future, and exactly seven days ahead at most", async () => {
    const station = await s.station();
    const limit = at(168);
    expect(await attempt(limit, at(169), station)).toBe("done");
    s.clock.set(at(0, -1));
    expect(await attempt(limit, at(169), station)).toBe("booking.too_far_ahead");
    s.clock.set(at(0, 1));
    expect(await attempt(limit, at(169), station)).toBe("done");
    s.clock.set(at(2, -1));
    expect(await attempt(at(2), at(3), station)).toBe("done");
    s.clock.set(at(2));
    expect(await attempt(at(2), at(3), station)).toBe("booking.in_past");
    s.clock.set(at(0));
    await s.holds();
  });

  it("keeps the lead time that is set, to the millisecond", async () => {
    const station = await s.station();
    await s.set("leadMinutes", 60, station);
    expect(await attempt(at(1), at(2), station)).toBe("done");
    s.clock.set(at(0, 1));
    expect(await attempt(at(1), at(2), station)).toBe("booking.lead_time");
    s.clock.set(at(0));
  });

  it("spans contiguous slots exactly on their edges, four at most", async () => {
    const { id } = await makeStation(db, s.businessId);
    await makeSlots(db, id, at(10), 6);
    await makeSlots(db, id, at(17), 2);
    expect(await attempt(at(10), at(14), id)).toBe("done");
    expect(await attempt(at(10), at(15), id)).toBe("booking.too_many_slots");
    expect(await attempt(at(10), at(120), id)).toBe("booking.too_many_slots");
    for (const [from, to] of [
      [at(10, 1), at(11)],
      [at(10), at(11, -1)],
      [at(10, -1), at(11)],
      [at(10, 900_000), at(11, 900_000)],
      [at(15), at(18)],
      [at(16), at(17)],
      [at(9), at(11)],
    ] as const) {
      expect(await attempt(from, to, id)).toBe("booking.not_on_slots");
    }
    expect(await s.reserved(id)).toEqual({ 10: 1, 11: 1, 12: 1, 13: 1 });
    await s.holds();
  });

  it("takes all of its slots or none", async () => {
    const station = await s.station({ capacity: 1 });
    await s.book(await s.owner(), 26, 27, station);
    expect(await attempt(at(24), at(28), station)).toBe("slot.full");
    expect(await s.reserved(station)).toEqual({ 26: 1 });
    expect(await attempt(at(24), at(26), station)).toBe("done");
    expect(await attempt(at(25), at(26), station)).toBe("slot.full");
    await s.holds();
  });

  it("refuses an owner's second booking at an overlapping time, at any station", async () => {
    const owner = await s.owner();
    const other = await s.station();
    const { id: bookingId, number } = await s.book(owner, 30, 32);
    const known = (from: number, to: number) =>
      readOverlap(s.as(owner), { startsAt: at(from), endsAt: at(to) });
    expect(await known(31, 33)).toMatchObject({ bookingId, number });
    expect(await known(28, 30)).toBeNull();
    expect(await known(32, 33)).toBeNull();
    expect(await refusal(s.book(owner, 31, 32, other))).toBe("booking.overlap");
    expect(await refusal(s.book(owner, 29, 31))).toBe("booking.overlap");
    expect(await refusal(s.book(owner, 32, 33, other))).toBe("done");
    expect(await refusal(s.book(owner, 29, 30))).toBe("done");
    await s.holds();
  });

  it("needs a station that is open, run by a business, and priced", async () => {
    const station = await s.station();
    const status = (value: "Inactive" | "Maintenance") =>
      db.update(stations).set({ status: value }).where(eq(stations.id, station));
    await status("Maintenance");
    expect(await attempt(at(24), at(25), station)).toBe("done");
    await status("Inactive");
    expect(await attempt(at(24), at(25), station)).toBe("station.inactive");
    const listed = (await makeStation(db, null)).id;
    expect(await attempt(at(24), at(25), listed)).toBe("station.inactive");
    const free = await s.station({ tariff: null });
    expect(await attempt(at(24), at(25), free)).toBe("booking.no_tariff");
    expect(await attempt(at(24), at(25), crypto.randomUUID())).toBe("station.not_found");
  });

  it("is for an Active owner's own name alone", async () => {
    const owner = await s.owner();
    const input = { stationId: s.stationId, startsAt: at(40), endsAt: at(41) };
    const stranger = await s.owner();
    const named = (ownerNic: string) => refusal(createBooking(s.as(owner), { ...input, ownerNic }));
    expect(await named(stranger.ownerNic ?? "")).toBe("booking.owner_mismatch");
    expect(await named(owner.ownerNic ?? "")).toBe("done");
    const gone = await makeUser(db, "EvOwner", { status: "Deactivated" });
    expect(await refusal(createBooking(s.as(gone), input))).toBe("owner.deactivated");
    for (const actor of [s.operator, s.office, s.admin]) {
      expect(await refusal(createBooking(s.as(actor), input))).toBe("request.forbidden");
    }
  });

  it("never books a slot beyond its places, even where a change left it over", async () => {
    const station = await s.station({ capacity: 1 });
    await s.book(await s.owner(), 24, 25, station);
    await db.update(slots).set({ capacity: 0 }).where(eq(slots.stationId, station));
    expect(await attempt(at(24), at(25), station)).toBe("slot.full");
  });
});
