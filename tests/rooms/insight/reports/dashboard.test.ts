import { expect, it } from "vitest";

import { messages } from "@/db/schema/notifications";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";
import { readDashboard } from "@/lib/insight/reports";

import { testDatabase } from "../../../support/database";
import { makeSlots, makeStation, makeUser } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace, now } from "./setting";

const { db } = await testDatabase();

const place = await makePlace(db, "Hudson");
const second = await addStation(db, place.businessId, { name: "Hudson Two" });
const rival = await makePlace(db, "Rival");
const owner = await makeUser(db, "EvOwner");
const admin = await makeUser(db, "SystemAdmin");

// Now is 08:00 on 1 June in New York.
await addBooking(db, place, "2026-06-01T14:00:00Z", "Pending", { owner });
await addBooking(db, place, "2026-06-02T14:00:00Z", "Approved", { owner });
await addBooking(db, place, "2026-06-01T15:00:00Z", "Approved");
await addBooking(db, second, "2026-06-02T03:00:00Z", "Approved", { conflict: true });
await addBooking(db, place, "2026-06-01T11:00:00Z", "InProgress", { minutes: 30 });
await addBooking(db, place, "2026-06-01T10:00:00Z", "NoShow");
await addBooking(db, place, "2026-06-01T16:00:00Z", "CanceledByOwner", { owner });
await addBooking(db, rival, "2026-06-01T14:00:00Z", "Pending");
await addSession(db, place, "2026-05-30T16:00:00Z", { totalMinor: 1_234 });
await addSession(db, place, "2026-05-01T16:00:00Z", { totalMinor: 2_000 });
await addSession(db, rival, "2026-05-30T16:00:00Z", { totalMinor: 99_999 });
await makeSlots(db, place.stationId, new Date("2026-06-01T04:00:00Z"), 30, { capacity: 1 });
await makeSlots(db, second.stationId, new Date("2026-06-01T04:00:00Z"), 10, { capacity: 4 });
await makeStation(db, null, { name: "Listed", connectors: 0, tariff: null });
await db.insert(messages).values(
  (["Parked", "Kept"] as const).map((status) => ({
    id: newId(),
    eventId: newId(),
    channel: "Email" as const,
    recipient: "ada@example.test",
    kind: "OwnerRegistered" as const,
    locale: "en",
    values: { name: "Ada" },
    status,
    nextAttemptAt: now,
    createdAt: now,
  })),
);

it("tells an office of its own business", async () => {
  const figures = await readDashboard(as(db, place.office));
  expect(figures).toMatchObject({
    role: "Backoffice",
    stations: 2,
    pendingApprovals: 1,
    // The one at the second station starts at 23:00 of the same day.
    arrivalsToday: 2,
    conflicts: 1,
    noShows: { from: "2026-05-03", to: "2026-06-01", due: 3, noShows: 1, rate: 0.3333 },
    revenue: {
      currencies: [{ currency: "USD", amount: "12.34", before: "20.00", difference: "-7.66" }],
    },
  });
});

it("weighs today's bookings against today's slots, the fullest station first", async () => {
  const figures = await readDashboard(as(db, place.office));
  expect("load" in figures && figures.load).toMatchObject([
    // 24 of the 30 slots are today's; Pending, Approved, InProgress (half an hour) and NoShow take places.
    { name: "Hudson One", offeredMinutes: 1440, bookedMinutes: 210, rate: 0.1458 },
    { name: "Hudson Two", offeredMinutes: 2400, bookedMinutes: 60, rate: 0.025 },
  ]);
});

it("tells an operator of the own stations alone", async () => {
  expect(await readDashboard(as(db, place.operator))).toMatchObject({
    role: "Operator",
    stations: 1,
    approvals: 1,
    exceptions: 0,
  });
  expect(await readDashboard(as(db, second.operator))).toMatchObject({
    stations: 1,
    exceptions: 1,
  });
  const idle = await makeUser(db, "Operator", { businessId: place.businessId });
  expect(await readDashboard(as(db, idle))).toMatchObject({
    stations: 0,
    approvals: 0,
    exceptions: 0,
  });
});

it("tells an owner of the own bookings alone", async () => {
  expect(await readDashboard(as(db, owner))).toEqual({
    role: "EvOwner",
    pending: 1,
    approvedAhead: 1,
    past: 1,
  });
});

it("tells a SystemAdmin of all", async () => {
  expect(await readDashboard(as(db, admin))).toMatchObject({
    role: "SystemAdmin",
    pendingRequests: 0,
    businesses: 2,
    stations: 4,
    bookableStations: 3,
    bookingsToday: 6,
    conflicts: 1,
    parkedMessages: 1,
  });
});

it("is nobody's who has no role", async () => {
  await expect(readDashboard(as(db, jobActor("live")))).rejects.toMatchObject({
    code: "request.forbidden",
  });
  await expect(readDashboard(as(db, { kind: "Anonymous" }))).rejects.toMatchObject({
    code: "auth.required",
  });
});

it("weighs the 25 hours of the day on which the clocks go back, and of a night's booking its part", async () => {
  const night = await makePlace(db, "Night");
  await makeSlots(db, night.stationId, new Date("2026-11-01T04:00:00Z"), 26, { capacity: 1 });
  // 23:00 to 01:00 in New York, over the midnight before.
  await addBooking(db, night, "2026-11-01T03:00:00Z", "Approved", { minutes: 120 });
  const figures = await readDashboard(as(db, night.office, "2026-11-01T15:00:00Z"));
  expect("load" in figures && figures.load).toMatchObject([
    { offeredMinutes: 1500, bookedMinutes: 60, rate: 0.04 },
  ]);
});
