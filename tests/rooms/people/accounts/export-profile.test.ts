import { expect, it } from "vitest";

import { createBooking } from "@/lib/charging/bookings";
import { exportProfile } from "@/lib/people/accounts";
import { addVehicle, setFavourite } from "@/lib/sites/drivers";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../../support/world";
import { settingOf } from "./setting";

const { db } = await testDatabase();
const { as } = settingOf(db);
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId, { connectors: 2 });
await makeSlots(db, stationId, testStart, 24, { capacity: 2 });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));

it("tells a driver everything of theirs, and nothing of another's or of secrets", async () => {
  const [owner, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
  for (const [driver, plate] of [
    [owner, "MINE-1"],
    [other, "THEIRS-2"],
  ] as const) {
    const car = { make: "Nissan", model: "Leaf", year: 2024, batteryKwh: 40, plate };
    await addVehicle(as(driver), car);
    await setFavourite(as(driver), { stationId });
    await createBooking(as(driver), { stationId, startsAt: at(3), endsAt: at(4) });
  }
  const text = await exportProfile(as(owner));
  const told = JSON.parse(text) as Record<string, unknown[]>;
  expect(told.profile).toMatchObject({ email: owner.email, ownerNic: owner.ownerNic });
  expect(told.vehicles).toMatchObject([{ plate: "MINE-1" }]);
  expect(told.favourites).toMatchObject([{ kind: "Station", id: stationId }]);
  expect(told.bookings).toMatchObject([{ ownerName: owner.name, vehiclePlate: "MINE-1" }]);
  for (const name of ["sessions", "waiting", "reviews", "notifications", "devices", "logins"]) {
    expect(told[name], name).toEqual([]);
  }
  for (const foreign of ["THEIRS-2", other.email, other.userId, other.name, "passwordHash"]) {
    expect(text).not.toContain(String(foreign));
  }
});
