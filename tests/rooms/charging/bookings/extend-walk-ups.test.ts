import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { extendWalkUps, markNoShows, readBooking, rejectUnreviewed } from "@/lib/charging/bookings";
import { finalizeSession, listActiveSessions } from "@/lib/charging/sessions";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { gateOf, sendAway } from "../sessions/gate";
import { at, settingOf } from "./setting";

const { db } = await testDatabase({ max: 10 });
const s = await settingOf(db);
const page = { page: 1, limit: 20 };
const site = (options?: { places?: number; connectors?: number }) => gateOf(s, options);

beforeEach(() => s.clock.set(at(0)));
afterEach(() => sendAway(s));

const endsAtOf = async (id: string) =>
  (await db.select().from(bookings).where(eq(bookings.id, id)))[0]?.endsAt;
const stayOn = () => extendWalkUps(s.job("walk-ups"));

describe("while the car stays", () => {
  it("takes the next slot as it begins, to the millisecond, and once", async () => {
    const { id, operator, walkIn } = await site();
    const { bookingId } = await walkIn();
    s.clock.set(at(1, -1));
    expect(await stayOn()).toEqual({ count: 0 });
    s.clock.set(at(1));
    expect(await stayOn()).toEqual({ count: 1 });
    expect(await stayOn()).toEqual({ count: 0 });
    expect(await endsAtOf(bookingId)).toEqual(at(2));
    expect(await s.reserved(id)).toEqual({ 0: 1, 1: 1 });
    const trail = await s.audits(bookingId);
    expect(trail.at(-1)).toMatchObject({ action: "Extend", from: "InProgress", to: "InProgress" });
    expect((await s.events(bookingId)).at(-1)).toBe("booking.extended");
    const { items } = await listActiveSessions(s.as(operator), page);
    expect(items[0]).toMatchObject({ bookedUntil: at(2).toISOString(), overstay: false });
    await s.holds();
  });

  it("is an overstay where the next slot is full, and harms nobody; goes on when a place comes free", async () => {
    const { id, operator, walkIn } = await site({ places: 1 });
    const { bookingId } = await walkIn();
    const next = await s.approved(await s.owner(), 1, 2, id);
    s.clock.set(at(1, minutes(10)));
    expect(await stayOn()).toEqual({ count: 0 });
    const { items } = await listActiveSessions(s.as(operator), page);
    expect(items[0]).toMatchObject({ bookedUntil: at(1).toISOString(), overstay: true });
    expect(await readBooking(s.as(operator), { id: next.id })).toMatchObject({
      status: "Approved",
      conflict: null,
    });
    s.clock.set(at(1, minutes(15)));
    await markNoShows(s.job("no-show"));
    expect(await stayOn()).toEqual({ count: 1 });
    expect(await endsAtOf(bookingId)).toEqual(at(2));
    expect(await s.reserved(id)).toEqual({ 0: 1, 1: 1 });
    await s.holds();
  });

  it("takes every slot that went by while no worker ran", async () => {
    const { id, walkIn } = await site();
    const { bookingId } = await walkIn();
    s.clock.set(at(3, minutes(30)));
    expect(await stayOn()).toEqual({ count: 3 });
    expect(await endsAtOf(bookingId)).toEqual(at(4));
    expect(await s.reserved(id)).toEqual({ 0: 1, 1: 1, 2: 1, 3: 1 });
    await s.holds();
  });

  it("takes nothing of the time that its owner booked otherwise", async () => {
    const { walkIn } = await site();
    const owner = await s.owner();
    await s.book(owner, 1);
    const { bookingId } = await walkIn({ ownerNic: owner.ownerNic ?? "" });
    s.clock.set(at(1));
    expect(await stayOn()).toEqual({ count: 0 });
    expect(await endsAtOf(bookingId)).toEqual(at(1));
  });

  it("takes nothing more once it is over, nor for a car that booked", async () => {
    const { id, operator, walkIn } = await site();
    const { bookingId } = await walkIn();
    const booked = await s.approved(await s.owner(), 1, 2, id);
    await s.force(booked.id, "InProgress");
    await finalizeSession(s.as(operator), { bookingId });
    s.clock.set(at(2));
    expect(await stayOn()).toEqual({ count: 0 });
    expect(await s.reserved(id)).toEqual({ 1: 1 });
    await s.force(booked.id, "Approved");
  });

  it("two workers at once take each next slot once", async () => {
    const { id, walkIn } = await site({ places: 8, connectors: 8 });
    for (let car = 0; car < 8; car += 1) await walkIn();
    s.clock.set(at(1));
    const done = await Promise.all([stayOn(), stayOn(), stayOn()]);
    expect(done.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(await s.reserved(id)).toEqual({ 0: 8, 1: 8 });
    await s.holds();
  });

  it("is no business of the jobs that close what nobody came to", async () => {
    const { walkIn } = await site();
    const { bookingId } = await walkIn();
    s.clock.set(at(0, minutes(45)));
    await markNoShows(s.job("no-show"));
    await rejectUnreviewed(s.job("unreviewed"));
    expect(await s.status(bookingId)).toBe("InProgress");
  });
});
