import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { owners, users } from "@/db/schema/accounts";
import { outboxEvents } from "@/db/schema/outbox";
import { receipts, sessions } from "@/db/schema/sessions";
import { settings } from "@/db/schema/settings";
import { approveBooking, cancelBooking, listBookings, readBooking } from "@/lib/charging/bookings";
import {
  finalizeSession,
  listActiveSessions,
  listSessions,
  readCdr,
  readReceipt,
  readReceiptPage,
  readReceiptPdf,
  readSession,
  startWalkUp,
} from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { UserActor } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { makeStation, makeSlots } from "../../../support/world";
import { at, refusal, settingOf } from "../bookings/setting";
import { freshPlate, gateOf, sendAway } from "./gate";

const { db } = await testDatabase({ max: 10 });
const s = await settingOf(db);
const page = { page: 1, limit: 20 };

beforeEach(() => s.clock.set(at(0)));

afterEach(() => sendAway(s));

const site = (options?: { places?: number; connectors?: number }) => gateOf(s, options);

async function ownerWith(plate: string): Promise<UserActor> {
  const owner = await s.owner();
  await db.update(owners).set({ vehiclePlate: plate }).where(eq(owners.userId, owner.userId));
  return owner;
}

describe("a car without a booking", () => {
  it("takes the running slot's place, is let in and charges at once", async () => {
    const { id: stationId, operator, walkIn } = await site();
    s.clock.set(at(0, minutes(40)));
    const session = await walkIn({ plate: "WP KA-4821" });
    expect(session).toMatchObject({
      status: "Active",
      startedAt: at(0, minutes(40)).toISOString(),
      bookedUntil: at(1).toISOString(),
      connector: { number: 1 },
      ownerName: null,
      ownerNic: null,
      vehiclePlate: "WP KA-4821",
      overstay: false,
      booking: {
        status: "InProgress",
        origin: "WalkUp",
        ownerId: null,
        ownerName: null,
        startsAt: at(0).toISOString(),
        endsAt: at(1).toISOString(),
        // Of the 20 minutes that are left of the slot, at 50 kW.
        estimate: { currency: "USD" },
      },
    });
    expect(session.can).toContain("finalize");
    const { bookingId } = session;
    expect(await s.reserved(stationId)).toEqual({ 0: 1 });
    expect((await s.audits(bookingId)).map(({ action, from, to }) => [action, from, to])).toEqual([
      ["Create", null, "Approved"],
      ["Checkin", "Approved", "InProgress"],
    ]);
    expect(await s.events(bookingId)).toEqual([
      "booking.created",
      "booking.approved",
      "session.started",
    ]);
    const told = await db.select().from(outboxEvents).orderBy(asc(outboxEvents.id));
    const own = told.filter(({ payload }) => Object(payload).bookingId === bookingId);
    expect(own.map(({ payload }) => Object(payload).ownerId)).toEqual([null, null, null]);
    expect(await s.qr(bookingId)).toEqual([]);
    expect(await readSession(s.as(operator), { id: session.id })).toMatchObject({
      ownerName: null,
    });
    await s.holds();
  });

  it("is of the owner whose number, phone or plate is given", async () => {
    const { walkIn } = await site({ places: 4 });
    const [one, two, three] = [await s.owner(), await s.owner(), await ownerWith("WP CAB-9001")];
    const phoneOf = async ({ userId }: UserActor) =>
      (await db.select().from(users).where(eq(users.id, userId)))[0]?.phone ?? "";
    const byNic = await walkIn({ ownerNic: one.ownerNic ?? "", plate: "WP XX-1" });
    const byPhone = await walkIn({ phone: await phoneOf(two) });
    const byPlate = await walkIn({ plate: "wp cab 9001" });
    expect(byNic.booking).toMatchObject({ ownerId: one.userId, vehiclePlate: "WP XX-1" });
    expect(byPhone.booking).toMatchObject({ ownerId: two.userId, ownerName: two.name });
    expect(byPlate.booking).toMatchObject({ ownerId: three.userId, vehiclePlate: "wp cab 9001" });
    const own = await listBookings(s.as(three), { ...page });
    expect(own.items.map(({ id }) => id)).toEqual([byPlate.bookingId]);
  });

  it("is a guest's where the plate is several owners', or nobody's", async () => {
    const { walkIn } = await site();
    await ownerWith("WP TWIN-1");
    await ownerWith("WP-TWIN 1");
    expect((await walkIn({ plate: "WPTWIN1" })).booking.ownerId).toBeNull();
    const nobody = { ownerNic: "199912345678" };
    expect(await refusal(walkIn(nobody))).toBe("owner.not_found");
    expect(await refusal(walkIn({ phone: "+1 212 555 9999" }))).toBe("owner.not_found");
  });

  it("takes the slots of the expected stay, as far as the station is open without a gap", async () => {
    const { id: stationId } = await makeStation(db, s.businessId);
    await makeSlots(db, stationId, at(0), 2, { capacity: 2 });
    await makeSlots(db, stationId, at(3), 2, { capacity: 2 });
    const here = await s.operatorAt(stationId);
    s.clock.set(at(0, minutes(10)));
    const ctx = s.as(here);
    const short = await startWalkUp(ctx, { stationId, plate: freshPlate(), minutes: 50 });
    expect(short.bookedUntil).toBe(at(1).toISOString());
    const long = await startWalkUp(ctx, { stationId, plate: freshPlate(), minutes: 300 });
    expect(long.bookedUntil).toBe(at(2).toISOString());
    expect(await s.reserved(stationId)).toEqual({ 0: 2, 1: 1 });
  });

  it("takes one more slot from the first millisecond that the stay reaches into it", async () => {
    const { walkIn } = await site({ places: 2 });
    s.clock.set(at(0, minutes(10)));
    expect((await walkIn({ minutes: 50 })).bookedUntil).toBe(at(1).toISOString());
    s.clock.set(at(0, minutes(10) + 1));
    expect((await walkIn({ minutes: 50 })).bookedUntil).toBe(at(2).toISOString());
  });

  it("takes the slot that begins this very instant, and not the one that ends", async () => {
    const { walkIn } = await site();
    s.clock.set(at(1, -1));
    expect((await walkIn()).booking.startsAt).toBe(at(0).toISOString());
    s.clock.set(at(1));
    expect((await walkIn()).booking.startsAt).toBe(at(1).toISOString());
  });
});

describe("is refused", () => {
  it("where the running slot is full, or one of the expected stay", async () => {
    const { id, operator, walkIn } = await site({ places: 1 });
    await s.book(await s.owner(), 1, 2, id);
    expect(await refusal(walkIn({ minutes: 120 }))).toBe("slot.full");
    expect(await s.reserved(id)).toEqual({ 1: 1 });
    await walkIn();
    expect(await refusal(walkIn())).toBe("slot.full");
    expect((await listActiveSessions(s.as(operator), page)).total).toBe(1);
    await s.holds();
  });

  it("where no slot runs, or the stay takes more slots than a booking may", async () => {
    const { walkIn } = await site();
    expect(await refusal(walkIn({ minutes: 5 * 60 }))).toBe("booking.too_many_slots");
    s.clock.set(at(24 * 40));
    expect(await refusal(walkIn())).toBe("walkIn.no_slot");
  });

  it("where the station takes none, is out of service, or has no price", async () => {
    const { id, walkIn } = await site();
    await s.set("walkIns", false as never, id);
    expect(await refusal(walkIn())).toBe("walkIn.not_allowed");
    const closed = await s.station({ status: "Inactive" });
    const free = await s.station({ tariff: null });
    for (const [stationId, code] of [
      [closed, "station.inactive"],
      [free, "booking.no_tariff"],
    ] as const) {
      const ctx = s.as(await s.operatorAt(stationId));
      expect(await refusal(startWalkUp(ctx, { stationId, plate: "X 1" }))).toBe(code);
    }
  });

  it("at another's station, and to everyone but operators", async () => {
    const { id: stationId } = await site();
    const call = (actor: UserActor) => startWalkUp(s.as(actor), { stationId, plate: "X 1" });
    expect(await refusal(call(s.operator))).toBe("station.not_found");
    for (const actor of [s.office, s.admin, await s.owner()]) {
      expect(await refusal(call(actor))).toBe("request.forbidden");
    }
  });

  it("to an owner who is deactivated, by whatever is known of them", async () => {
    const { walkIn } = await site();
    const owner = await ownerWith("WP GONE-1");
    await db.update(users).set({ status: "Deactivated" }).where(eq(users.id, owner.userId));
    expect(await refusal(walkIn({ ownerNic: owner.ownerNic ?? "" }))).toBe(
      "walkIn.owner_deactivated",
    );
    expect(await refusal(walkIn({ plate: "WP GONE-1" }))).toBe("walkIn.owner_deactivated");
  });

  it("to an owner who has a booking at that time, saying where and what to do", async () => {
    const { id, operator, walkIn } = await site({ places: 4 });
    const elsewhere = await s.owner();
    await s.book(elsewhere, 1);
    s.clock.set(at(1, minutes(5)));
    expect(await refusal(walkIn({ ownerNic: elsewhere.ownerNic ?? "" }))).toBe(
      "walkIn.booked_elsewhere",
    );
    s.clock.set(at(0));
    const here = await s.owner();
    const { number, id: bookingId } = await s.book(here, 2, 3, id);
    const call = () => walkIn({ ownerNic: here.ownerNic ?? "" });
    await approveBooking(s.as(operator), { id: bookingId });
    // Its check-in opens a quarter of an hour before: to the millisecond.
    s.clock.set(at(2, -minutes(15)));
    await expect(call()).rejects.toMatchObject({
      code: "walkIn.check_in_instead",
      message: expect.stringContaining(number),
    });
    s.clock.set(at(2, minutes(30) + 1));
    await expect(call()).rejects.toMatchObject({ code: "walkIn.booked_here" });
    s.clock.set(at(2, -minutes(15) - 1));
    expect((await call()).booking.endsAt).toBe(at(2).toISOString());
  });

  it("to a guest whose car charges here already", async () => {
    const { walkIn } = await site();
    const { booking } = await walkIn({ plate: "WP DUP-1" });
    await expect(walkIn({ plate: "wpdup1" })).rejects.toMatchObject({
      code: "walkIn.charges_already",
      message: expect.stringContaining(booking.number),
    });
  });

  it("without an identity number where the business asks for it", async () => {
    const { walkIn } = await site();
    const scope = { scope: "Business" as const, scopeId: s.businessId, name: "requireNic" };
    await db.insert(settings).values({ ...scope, value: true, updatedAt: at(0) });
    expect(await refusal(walkIn())).toBe("walkIn.nic_required");
    expect(await refusal(walkIn({ ownerNic: (await s.owner()).ownerNic ?? "" }))).toBe("done");
    await db.delete(settings).where(eq(settings.name, "requireNic"));
  });

  it("where the connectors left would not do for those about to come", async () => {
    const { id, operator, walkIn } = await site({ places: 2, connectors: 2 });
    const { id: due } = await s.book(await s.owner(), 1, 2, id);
    await s.book(await s.owner(), 1, 2, id);
    await approveBooking(s.as(operator), { id: due });
    s.clock.set(at(1, -minutes(15) - 1));
    const first = await walkIn();
    s.clock.set(at(1, -minutes(15)));
    await expect(walkIn()).rejects.toMatchObject({ code: "walkIn.place_needed" });
    // Once one of the two does not come, its connector is nobody's again.
    await finalizeSession(s.as(operator), { bookingId: first.bookingId });
    expect(await refusal(walkIn())).toBe("walkIn.place_needed");
    await cancelBooking(s.as(operator), { id: due, reason: "Called", chargeFee: false });
    expect(await refusal(walkIn())).toBe("done");
  });

  it("on a connector that is taken or another's, and where none is free", async () => {
    const { walkIn } = await site({ places: 4, connectors: 1 });
    const { connector } = await walkIn();
    expect(await refusal(walkIn({ connectorId: connector.id }))).toBe("session.no_connector");
    const other = await site({ places: 4, connectors: 2 });
    const taken = await other.walkIn();
    expect(await refusal(other.walkIn({ connectorId: taken.connector.id }))).toBe(
      "session.connector_busy",
    );
    expect(await refusal(other.walkIn({ connectorId: connector.id }))).toBe("connector.not_found");
    expect(await s.reserved(other.id)).toEqual({ 0: 1 });
    await s.holds();
  });
});

describe("in the end", () => {
  it("is paid with a receipt for the plate, which is nobody's to read but the staff's", async () => {
    const { operator, walkIn } = await site();
    const { bookingId } = await walkIn({ plate: "WP RCPT-1" });
    s.clock.set(at(0, minutes(30)));
    const ctx = s.as(operator);
    const { receiptNumber: number, totals } = await finalizeSession(ctx, {
      bookingId,
      kWh: "10",
      payment: { mode: "cash", amount: "5.00" },
    });
    if (number === null) throw new Error("no receipt");
    expect(totals?.total.amount).toBe("4.90");
    expect(await s.status(bookingId)).toBe("Completed");
    const receipt = await readReceipt(ctx, { number });
    expect(receipt.owner).toEqual({ name: null, vehiclePlate: "WP RCPT-1" });
    const { content } = await readReceiptPage(ctx, { number });
    expect(content).toContain("WP RCPT-1");
    expect(content).not.toContain("Driver</dt>");
    expect((await readReceiptPdf(ctx, { number })).content.length).toBeGreaterThan(1_000);
    expect(await refusal(readReceipt(s.as(await s.owner()), { number }))).toBe("receipt.not_found");
    const [row] = await db.select().from(receipts).where(eq(receipts.number, number));
    expect(row?.ownerId).toBeNull();
    const [session] = await db.select().from(sessions).where(eq(sessions.bookingId, bookingId));
    expect(await readCdr(ctx, { id: session?.id ?? "" })).toMatchObject({ total_energy: 10 });
  });

  it("is aborted on site as any other, and gives its places back", async () => {
    const { id, operator, walkIn } = await site();
    const { bookingId } = await walkIn({ minutes: 90 });
    const ctx = s.as(operator);
    await cancelBooking(ctx, { id: bookingId, reason: "The cable is broken", chargeFee: false });
    expect(await s.status(bookingId)).toBe("CanceledByOperator");
    expect(await s.reserved(id)).toEqual({});
    const found = await listSessions(ctx, { ...ListSessions.parse({ bookingId }), ...page });
    expect(found.items[0]?.status).toBe("Aborted");
    await s.holds();
  });

  it("stands in the lists of its station with its plate, and in no owner's", async () => {
    const { id, operator, walkIn } = await site();
    const { bookingId, booking } = await walkIn({ plate: "WP LIST-1" });
    const listed = await listBookings(s.as(operator), { stationId: id, ...page });
    expect(listed).toMatchObject({ total: 1, items: [{ id: bookingId, ownerName: null }] });
    const found = await listBookings(s.as(s.office), { search: booking.number, ...page });
    expect(found.total).toBe(1);
    expect((await listBookings(s.as(await s.owner()), page)).total).toBe(0);
    const stranger = s.as(await s.owner());
    expect(await refusal(readBooking(stranger, { id: bookingId }))).toBe("booking.not_found");
  });
});
