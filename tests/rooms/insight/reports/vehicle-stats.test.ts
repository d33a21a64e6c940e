import { expect, it } from "vitest";

import { approveBooking, createBooking, readQr } from "@/lib/charging/bookings";
import { checkIn, finalizeSession } from "@/lib/charging/sessions";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import type { UserActor } from "@/lib/core/actor";
import { listVehicleHistory, readVehicleStats } from "@/lib/insight/reports";
import { makeContext } from "@/lib/process/wiring";
import { addVehicle, removeVehicle } from "@/lib/sites/drivers";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const as = (actor: UserActor) => makeContext({ db, actor, clock, config: testConfig });
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId, { connectors: 2, approval: "Manual" });
const operator = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
await makeSlots(db, stationId, testStart, 24, { capacity: 2 });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));

async function charge(owner: UserActor, hour: number, vehicleId: string, kWh: number) {
  clock.set(testStart);
  const range = { startsAt: at(hour), endsAt: at(hour + 1) };
  const { id } = await createBooking(as(owner), { stationId, vehicleId, ...range });
  await approveBooking(as(operator), { id });
  const { token } = await readQr(as(owner), { id });
  clock.set(at(hour));
  await checkIn(as(operator), { qr: token });
  clock.set(at(hour + 0.5));
  await finalizeSession(
    as(operator),
    FinalizeSession.parse({ bookingId: id, kWh, payment: { mode: "card" } }),
  );
}

it("says of each car alone what it charged, and the CO₂ by its own consumption, signed", async () => {
  const owner = await makeUser(db, "EvOwner");
  const car = { make: "Nissan", model: "Leaf", year: 2024, batteryKwh: 40 };
  const frugal = await addVehicle(as(owner), { ...car, plate: "ONE-1", kwhPer100Km: 18 });
  const thirsty = await addVehicle(as(owner), { ...car, plate: "TWO-2", kwhPer100Km: 60 });
  const unknown = await addVehicle(as(owner), { ...car, plate: "SIX-6" });
  await charge(owner, 1, frugal.id, 30);
  await charge(owner, 3, frugal.id, 10);
  await charge(owner, 5, thirsty.id, 40);

  const stats = await readVehicleStats(as(owner), { id: frugal.id });
  // 40 kWh at 18, 170 and 400 (operations.md, 6.1).
  expect(stats).toMatchObject({
    totalSessions: 2,
    energyKwh: 40,
    averageMinutes: 30,
    co2SavedKg: 21.778,
    basis: { kwhPer100Km: 18, isOwn: true, petrolGramsPerKm: 170, gridGramsPerKwh: 400 },
  });
  expect(stats.costs).toEqual([{ amount: expect.any(String), currency: "USD" }]);
  const more = await readVehicleStats(as(owner), { id: thirsty.id });
  expect(more).toMatchObject({ totalSessions: 1, co2SavedKg: -4.667 });
  expect(await readVehicleStats(as(owner), { id: unknown.id })).toMatchObject({
    totalSessions: 0,
    energyKwh: 0,
    costs: [],
    averageMinutes: null,
    co2SavedKg: 0,
    basis: { isOwn: false },
  });
  const page = { page: 1, limit: 1 };
  const history = await listVehicleHistory(as(owner), { id: frugal.id, ...page });
  expect(history.total).toBe(2);
  expect(history.items.map(({ kWh }) => kWh)).toEqual([10]);

  const stranger = as(await makeUser(db, "EvOwner"));
  await expect(readVehicleStats(stranger, { id: frugal.id })).rejects.toMatchObject({
    code: "vehicle.not_found",
  });
  await removeVehicle(as(owner), { id: frugal.id });
  await expect(listVehicleHistory(as(owner), { id: frugal.id, ...page })).rejects.toMatchObject({
    code: "vehicle.not_found",
  });
});
