import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";

import { owners } from "@/db/schema/accounts";
import { outboxEvents } from "@/db/schema/outbox";
import type { UserActor } from "@/lib/core/actor";
import { addVehicle, readVehicles } from "@/lib/sites/drivers";
import { invariants } from "@/lib/sites/drivers/inside";
import { AddVehicle } from "@/lib/sites/drivers/schema";

import type { Setting } from "../../charging/bookings/setting";

/** What is typed of a car; its plate is asked for. */
export const kia = { make: "Kia", model: "EV3", year: 2025, batteryKwh: 81.4 };

/** Adds a car of that plate, as it would come in. */
export const add = (s: Setting, owner: UserActor, plate: string, more: object = {}) =>
  addVehicle(s.as(owner), AddVehicle.parse({ ...kia, plate, ...more }));

/** The plates of a driver's cars, the default first; then that of their account. */
export async function platesOf(s: Setting, owner: UserActor) {
  const cars = await readVehicles(s.as(owner));
  const [account] = await s.db.select().from(owners).where(eq(owners.userId, owner.userId));
  const defaults = cars.filter(({ isDefault }) => isDefault).map(({ plate }) => plate);
  return [cars.map(({ plate }) => plate), defaults, account?.vehiclePlate ?? null];
}

/** The events about a car, in order. */
export async function eventsOf(s: Setting, id: string): Promise<string[]> {
  const rows = await s.db
    .select({ type: outboxEvents.type })
    .from(outboxEvents)
    .where(sql`${outboxEvents.payload} ->> 'vehicleId' = ${id}`)
    .orderBy(outboxEvents.id);
  return rows.map(({ type }) => type);
}

/** What is always true of drivers' cars. */
export async function holds(s: Setting): Promise<void> {
  for (const { name, find } of invariants) {
    expect(await find(s.job("invariants")), name).toEqual([]);
  }
}
