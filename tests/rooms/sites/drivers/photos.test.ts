import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { uploads } from "@/db/schema/files";
import { vehicles } from "@/db/schema/drivers";
import { anonymous, type UserActor } from "@/lib/core/actor";
import { eraseUser } from "@/lib/people/accounts";
import { sweepUploads } from "@/lib/records/files";
import {
  keepVehiclePhoto,
  readVehicle,
  readVehiclePhoto,
  removeVehicle,
  removeVehiclePhoto,
  setVehiclePhoto,
} from "@/lib/sites/drivers";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { phonePhoto, tinyPng } from "../../../support/pictures";
import { makeUser } from "../../../support/world";
import { refusal, settingOf } from "../../charging/bookings/setting";
import { add, eventsOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);

let plates = 0;
async function ownCar() {
  const owner = await s.owner();
  const { id } = await add(s, owner, `PHOTO ${(plates += 1)}`);
  return { owner, id };
}
const give = async (owner: UserActor, id: string, bytes: Uint8Array = tinyPng) =>
  setVehiclePhoto(s.as(owner), { id, upload: await keepVehiclePhoto(s.as(owner), { id, bytes }) });
const statusOf = async (id: string | null) =>
  (
    await db
      .select()
      .from(uploads)
      .where(eq(uploads.id, id ?? ""))
  )[0]?.status;

it("is the driver's alone to see, made anew, and one: another takes its place", async () => {
  const { owner, id } = await ownCar();
  const first = await give(owner, id, await phonePhoto(800, 600));
  const seen = await readVehiclePhoto(s.as(owner), { id });
  expect(seen.headers["Cache-Control"]).toBe("private, no-store");
  expect(Buffer.from(seen.content).includes("PlantedMaker")).toBe(false);
  const photo = String(first.photoUploadId);
  const small = await readVehiclePhoto(s.as(owner), { id, photo, size: "thumbnail" });
  expect(small.content.length).toBeLessThan(seen.content.length);
  expect(await refusal(readVehiclePhoto(s.as(await s.owner()), { id }))).toBe("vehicle.not_found");
  for (const [who, code] of [
    [s.operator, "request.forbidden"],
    [anonymous, "auth.required"],
  ] as const) {
    expect(await refusal(readVehiclePhoto(s.as(who), { id }))).toBe(code);
    expect(await refusal(keepVehiclePhoto(s.as(who), { id, bytes: tinyPng }))).toBe(code);
  }

  const second = await give(owner, id);
  expect(second.photoUploadId).not.toBe(photo);
  expect(await statusOf(photo)).toBe("Deleted");
  expect(await refusal(readVehiclePhoto(s.as(owner), { id, photo }))).toBe("vehicle.no_photo");
  await removeVehiclePhoto(s.as(owner), { id });
  expect(await readVehicle(s.as(owner), { id })).toMatchObject({ photoUploadId: null });
  expect(await statusOf(second.photoUploadId)).toBe("Deleted");
  expect(await refusal(removeVehiclePhoto(s.as(owner), { id }))).toBe("vehicle.no_photo");
  expect(await eventsOf(s, id)).toEqual([
    "vehicle.added",
    ...Array<string>(3).fill("vehicle.changed"),
  ]);
  const told = (await auditsOf(db, id)).map(({ changes }) => changes?.photo);
  expect(told.slice(1)).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
});

it("is no picture that cannot be read, nor somebody else's file", async () => {
  const { owner, id } = await ownCar();
  const text = new TextEncoder().encode("no picture");
  await expect(keepVehiclePhoto(s.as(owner), { id, bytes: text })).rejects.toMatchObject({
    code: "vehicle.photo_invalid",
    fields: [{ field: "file" }],
  });
  const other = await ownCar();
  const upload = await keepVehiclePhoto(s.as(other.owner), { id: other.id, bytes: tinyPng });
  expect(await refusal(setVehiclePhoto(s.as(owner), { id, upload }))).toBe("upload.not_claimable");
  expect(await refusal(setVehiclePhoto(s.as(other.owner), { id, upload }))).toBe(
    "vehicle.not_found",
  );
});

it("is one, of several that are sent at once; no other is left behind", async () => {
  const { owner, id } = await ownCar();
  await Promise.all([1, 2, 3, 4].map(() => give(owner, id)));
  const claimed = await db.select().from(uploads).where(eq(uploads.claimedId, id));
  const live = claimed.filter(({ status }) => status === "Claimed").map((row) => row.id);
  expect(live).toEqual([(await readVehicle(s.as(owner), { id })).photoUploadId]);
});

it("goes with the car, and with its driver's account", async () => {
  const { owner, id } = await ownCar();
  const kept = await add(s, owner, "KEPT 1");
  const gone = await give(owner, id);
  const erased = await give(owner, kept.id);
  await removeVehicle(s.as(owner), { id });
  expect(await statusOf(gone.photoUploadId)).toBe("Deleted");
  expect(await statusOf(erased.photoUploadId)).toBe("Claimed");
  const admin = await makeUser(db, "SystemAdmin");
  await eraseUser(s.as(admin), { id: owner.userId, reason: "Asked for it." });
  expect(await statusOf(erased.photoUploadId)).toBe("Deleted");
  // Nothing names them any more, so that the sweep may remove them for good.
  await sweepUploads(s.job("upload-sweep"));
  expect(await statusOf(erased.photoUploadId)).toBeUndefined();
  const rows = await db.select().from(vehicles).where(eq(vehicles.userId, owner.userId));
  expect(rows.map(({ photoUploadId }) => photoUploadId)).toEqual([null, null]);
});
