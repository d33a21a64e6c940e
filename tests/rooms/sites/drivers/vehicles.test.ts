import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { vehicles } from "@/db/schema/drivers";
import { readBooking } from "@/lib/charging/bookings";
import { updateOwner } from "@/lib/people/accounts";
import { UpdateOwner } from "@/lib/people/accounts/schema";
import {
  readVehicle,
  readVehicles,
  removeVehicle,
  setDefaultVehicle,
  updateVehicle,
} from "@/lib/sites/drivers";
import { AddVehicle, UpdateVehicle } from "@/lib/sites/drivers/schema";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { refusal, settingOf } from "../../charging/bookings/setting";
import { add, eventsOf, holds, kia, platesOf } from "./setting";

const { db } = await testDatabase({ max: 16 });
const s = await settingOf(db);

/** A driver with cars of these plates, the first of which is the default. */
async function driverWith(...plates: string[]) {
  const owner = await s.owner();
  const ids: string[] = [];
  for (const plate of plates) {
    s.clock.advance(1_000);
    ids.push((await add(s, owner, plate)).id);
  }
  return { owner, as: s.as(owner), ids };
}

describe("a vehicle", () => {
  it("is kept as it is told, its plugs by OCPI's names", async () => {
    const owner = await s.owner();
    const made = await add(s, owner, "WP CAB-1", {
      standards: ["CCS", "type2"],
      kwhPer100Km: 18.5,
    });
    expect(made).toMatchObject({
      ...kia,
      plate: "WP CAB-1",
      standards: ["IEC_62196_T1_COMBO", "IEC_62196_T2", "IEC_62196_T2_COMBO"],
      kwhPer100Km: 18.5,
      isDefault: true,
    });
    expect(await readVehicle(s.as(owner), { id: made.id })).toEqual(made);
    expect(await eventsOf(s, made.id)).toEqual(["vehicle.added"]);
    expect(await auditsOf(db, made.id)).toMatchObject([
      { action: "Create", ownerId: owner.userId },
    ]);
  });

  it.each([
    [1989, "vehicle.year"],
    [1990, null],
    [2027, null],
    [2028, "vehicle.year"],
  ])("of %i is refused with %s in 2026", async (year, code) => {
    const { owner, as, ids } = await driverWith("WP CAB-1");
    expect(s.clock.now().getUTCFullYear()).toBe(2026);
    const outcome = async (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code: string }) => error.code,
      );
    expect(await outcome(add(s, owner, "WP CAB-2", { year }))).toBe(code);
    expect(await outcome(updateVehicle(as, { id: String(ids[0]), year }))).toBe(code);
  });

  it("has a battery from 1 to 1,000 kWh", () => {
    const isRight = (batteryKwh: number) =>
      AddVehicle.safeParse({ ...kia, plate: "A", batteryKwh }).success;
    expect([0.99, 1, 1_000, 1_000.1].map(isRight)).toEqual([false, true, true, false]);
    expect(UpdateVehicle.safeParse({}).success).toBe(false);
  });

  it("has a plate that no other of the driver's has, however it is written, until that is removed", async () => {
    const { owner, as, ids } = await driverWith("WP CAB-1", "WP CAB-2");
    const [first = "", second = ""] = ids;
    expect(await refusal(add(s, owner, "wp cab 1"))).toBe("vehicle.plate_taken");
    expect(await refusal(updateVehicle(as, { id: second, plate: "wpcab1" }))).toBe(
      "vehicle.plate_taken",
    );
    expect(await updateVehicle(as, { id: first, plate: "wp cab 1" })).toMatchObject({
      plate: "wp cab 1",
    });
    await removeVehicle(as, { id: first });
    expect(await add(s, owner, "WP CAB-1")).toMatchObject({ isDefault: false });
    // Another driver may have it.
    expect(await add(s, await s.owner(), "WP CAB-2")).toMatchObject({ isDefault: true });
  });

  it("is one of ten at most", async () => {
    const plates = Array.from({ length: 10 }, (_, index) => `TEN ${index}`);
    const { owner, as, ids } = await driverWith(...plates);
    expect(await refusal(add(s, owner, "ELEVEN"))).toBe("vehicle.too_many");
    await removeVehicle(as, { id: String(ids[4]) });
    expect(await add(s, owner, "ELEVEN")).toMatchObject({ plate: "ELEVEN" });
  });

  it("is nobody else's, and nothing once it is removed", async () => {
    const { as, ids } = await driverWith("WP CAB-1");
    const other = s.as(await s.owner());
    const id = String(ids[0]);
    await removeVehicle(as, { id });
    const { ids: live } = await driverWith("WP CAB-1");
    for (const [who, which] of [
      [as, id],
      [other, String(live[0])],
    ] as const) {
      for (const work of [
        () => readVehicle(who, { id: which }),
        () => updateVehicle(who, { id: which, year: 2020 }),
        () => setDefaultVehicle(who, { id: which }),
        () => removeVehicle(who, { id: which }),
      ]) {
        expect(await refusal(work())).toBe("vehicle.not_found");
      }
    }
    expect(await readVehicles(as)).toEqual([]);
    expect(await refusal(readVehicles(s.as(s.operator)))).toBe("request.forbidden");
    expect(await eventsOf(s, id)).toEqual(["vehicle.added", "vehicle.removed"]);
  });

  it("changes in what is named alone, and is told of no change that is none", async () => {
    const { as, ids } = await driverWith("WP CAB-1");
    const id = String(ids[0]);
    const changed = await updateVehicle(as, { id, kwhPer100Km: 17 });
    expect(changed).toMatchObject({ ...kia, plate: "WP CAB-1", kwhPer100Km: 17 });
    expect(await updateVehicle(as, { id, kwhPer100Km: 17, year: kia.year })).toEqual(changed);
    expect(await updateVehicle(as, { id, kwhPer100Km: null })).toMatchObject({ kwhPer100Km: null });
    const changes = (await auditsOf(db, id)).map(({ action }) => action);
    expect(changes).toEqual(["Create", "Update", "Update"]);
  });
});

describe("the default", () => {
  it("is the first, until another is chosen, and the newest when it is removed", async () => {
    const { owner, as, ids } = await driverWith("ONE", "TWO", "THREE");
    const [one = "", two = "", three = ""] = ids;
    expect(await platesOf(s, owner)).toEqual([["ONE", "THREE", "TWO"], ["ONE"], "ONE"]);
    expect(await setDefaultVehicle(as, { id: two })).toMatchObject({ isDefault: true });
    expect(await platesOf(s, owner)).toEqual([["TWO", "THREE", "ONE"], ["TWO"], "TWO"]);
    await setDefaultVehicle(as, { id: two });
    expect(await eventsOf(s, two)).toEqual(["vehicle.added", "vehicle.changed"]);
    await removeVehicle(as, { id: two });
    expect(await platesOf(s, owner)).toEqual([["THREE", "ONE"], ["THREE"], "THREE"]);
    await removeVehicle(as, { id: one });
    expect(await platesOf(s, owner)).toEqual([["THREE"], ["THREE"], "THREE"]);
    await removeVehicle(as, { id: three });
    expect(await platesOf(s, owner)).toEqual([[], [], null]);
    await add(s, owner, "FOUR");
    expect(await platesOf(s, owner)).toEqual([["FOUR"], ["FOUR"], "FOUR"]);
    await holds(s);
  });

  it("is one, whoever is first: two chosen, two added, one removed while another is chosen", async () => {
    const { owner, as, ids } = await driverWith("ONE", "TWO", "THREE");
    const [one = "", two = "", three = ""] = ids;
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([two, three, one, two, three].map((id) => setDefaultVehicle(as, { id })));
      expect((await platesOf(s, owner))[1]).toHaveLength(1);
    }
    await Promise.allSettled([setDefaultVehicle(as, { id: two }), removeVehicle(as, { id: two })]);
    const [plates, defaults] = await platesOf(s, owner);
    expect(plates).not.toContain("TWO");
    expect(defaults).toHaveLength(1);
    const fresh = await s.owner();
    await Promise.all(["A", "B", "C"].map((plate) => add(s, fresh, plate)));
    expect((await platesOf(s, fresh))[1]).toHaveLength(1);
    const same = await Promise.allSettled([add(s, fresh, "D 1"), add(s, fresh, "d1")]);
    expect(same.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await holds(s);
  });

  it("has the plate of the account, whichever is named", async () => {
    const owner = await s.owner();
    const name = (vehiclePlate: string | null) =>
      updateOwner(
        s.as(owner),
        { nic: String(owner.ownerNic) },
        UpdateOwner.parse({ vehiclePlate }),
      );
    await name("WP CAB-1");
    const [car] = await readVehicles(s.as(owner));
    expect(car).toMatchObject({ plate: "WP CAB-1", make: null, year: null, batteryKwh: null });
    await name("WP CAB-9");
    expect(await platesOf(s, owner)).toEqual([["WP CAB-9"], ["WP CAB-9"], "WP CAB-9"]);
    await add(s, owner, "WP CAB-2");
    await name("wp cab 2");
    const both = ["wp cab 2", "WP CAB-9"];
    expect(await platesOf(s, owner)).toEqual([both, ["wp cab 2"], "wp cab 2"]);
    expect(await name(null)).toMatchObject({ vehiclePlate: null });
    expect(await platesOf(s, owner)).toEqual([[null, "WP CAB-9"], [null], null]);
    await updateVehicle(s.as(owner), { id: String(car?.id), plate: "WP CAB-10" });
    expect(await platesOf(s, owner)).toEqual([[null, "WP CAB-10"], [null], null]);
    await holds(s);
  });
});

describe("a booking", () => {
  it("keeps the plate of a car that is changed and removed", async () => {
    const { owner, as, ids } = await driverWith("WP CAB-1");
    const id = String(ids[0]);
    const booking = await s.book(owner, 24);
    expect(booking).toMatchObject({ vehicleId: id, vehiclePlate: "WP CAB-1" });
    await updateVehicle(as, { id, plate: "WP CAB-2" });
    await removeVehicle(as, { id });
    expect(await readBooking(as, { id: booking.id })).toMatchObject({
      vehicleId: id,
      vehiclePlate: "WP CAB-1",
    });
    const [row] = await db.select().from(vehicles).where(eq(vehicles.id, id));
    expect(row).toMatchObject({ plate: "WP CAB-2", isDefault: false });
  });
});
