import { expect, it } from "vitest";

import { createBooking } from "@/lib/charging/bookings";
import { passkeys } from "@/db/schema/passkeys";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { changePassword, exportProfile, login } from "@/lib/people/accounts";
import { deliverEvents } from "@/lib/records/outbox";
import { addVehicle, keepVehiclePhoto, setFavourite, setVehiclePhoto } from "@/lib/sites/drivers";

import { testDatabase } from "../../../support/database";
import { tinyPng } from "../../../support/pictures";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../../support/world";
import { password, settingOf } from "./setting";

const { db } = await testDatabase();
const { as } = settingOf(db);
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId, { connectors: 2 });
await makeSlots(db, stationId, testStart, 24, { capacity: 2 });
const car = { make: "Nissan", model: "Leaf", year: 2024, batteryKwh: 40 };
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));

it("tells a driver everything of theirs, and nothing of another's or of secrets", async () => {
  const [owner, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
  for (const [driver, plate] of [
    [owner, "MINE-1"],
    [other, "THEIRS-2"],
  ] as const) {
    await addVehicle(as(driver), { ...car, plate });
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

it("tells what was done with an account, where it was signed in, what was sent, and by which keys it opens", async () => {
  const world = settingOf(db);
  const passwordHash = await hashPassword(password);
  const [owner, other] = [
    await makeUser(db, "EvOwner", { passwordHash }),
    await makeUser(db, "EvOwner"),
  ];
  const device = { ...world.nobody, device: "Chrome, Android" };
  await login(device, { username: owner.email ?? "", password });
  await changePassword(as(owner), { currentPassword: password, newPassword: `${password} new` });
  const { id } = await addVehicle(as(owner), { ...car, plate: "MINE-3" });
  const upload = await keepVehiclePhoto(as(owner), { id, bytes: tinyPng, filename: "mine.png" });
  await setVehiclePhoto(as(owner), { id, upload });
  await addVehicle(as(other), { ...car, plate: "THEIRS-4" });
  await db.insert(passkeys).values({
    id: newId(),
    userId: owner.userId,
    credentialId: "c",
    publicKey: "planted-key",
    counter: 0,
    transports: [],
    name: "Ravi's phone",
    createdAt: testStart,
  });
  await deliverEvents(world.job("outbox"));
  const text = await exportProfile(as(owner));
  const told = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
  expect(told.vehicles).toMatchObject([{ plate: "MINE-3", photoUploadId: upload.id }]);
  expect(told.files).toMatchObject([
    { id: upload.id, filename: "mine.png", claimedEntity: "Vehicle", claimedId: id },
  ]);
  expect(told.passkeys).toMatchObject([{ name: "Ravi's phone" }]);
  // The one that the change of the password ended, and the one that it began.
  expect(told.signIns?.map(({ device, endedAt }) => [device, endedAt !== null])).toEqual(
    expect.arrayContaining([["Chrome, Android", true]]),
  );
  expect(told.messages).toMatchObject([{ kind: "PasswordChanged", recipient: owner.email }]);
  expect(told.deeds?.map(({ entity, action }) => `${entity} ${action}`).toSorted()).toEqual([
    "User ChangePassword",
    "Vehicle Create",
    "Vehicle Update",
  ]);
  for (const foreign of ["THEIRS-4", other.userId, "planted-key", passwordHash]) {
    expect(text).not.toContain(foreign);
  }
});
