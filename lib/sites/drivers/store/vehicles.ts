import { and, desc, eq, inArray, isNull, ne, sql, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { signsOfPlate } from "@/db/schema/columns";
import { vehicles } from "@/db/schema/drivers";
import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";

export type VehicleRow = typeof vehicles.$inferSelect;

/** What may change of a car, beside whether it is the default and there at all. */
export type VehicleFacts = Pick<
  typeof vehicles.$inferInsert,
  "make" | "model" | "year" | "batteryWh" | "plate" | "standards" | "whPer100Km"
>;

const isLive = isNull(vehicles.deletedAt);

const hasPlate = (plate: string) =>
  eq(signsOfPlate(vehicles.plate), signsOfPlate(sql`${plate}::text`));

/** Keeps everybody else from the driver's cars until the transaction ends. */
export async function lockDriver(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for("no key update");
}

/** The driver's cars: the default, then the newest first. */
export async function findVehicles(ctx: Context, userId: string): Promise<VehicleRow[]> {
  return ctx.db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.userId, userId), isLive))
    .orderBy(desc(vehicles.isDefault), desc(vehicles.createdAt), desc(vehicles.id));
}

/** A car that is not removed, whosever. */
export async function findVehicle(ctx: Context, id: string): Promise<VehicleRow | null> {
  const [row] = await ctx.db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.id, id), isLive));
  return row ?? null;
}

/**
 * The driver's car that something names, as the condition by which a statement joins it, one row at most: by its id,
 * else by its plate however it is written, else the default.
 */
export function isNamedVehicle(
  userId: string,
  {
    vehicleId,
    plate,
  }: { readonly vehicleId?: string | undefined; readonly plate?: string | undefined },
): SQL | undefined {
  const named = [
    vehicleId !== undefined && eq(vehicles.id, vehicleId),
    plate !== undefined && hasPlate(plate),
    vehicles.isDefault.getSQL(),
  ].find((one) => one !== false);
  return and(eq(vehicles.userId, userId), isLive, named || undefined);
}

/** The id of the driver's car of that plate; null where none has it. */
export async function findVehicleOfPlate(
  ctx: Context,
  userId: string,
  plate: string,
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: vehicles.id })
    .from(vehicles)
    .where(isNamedVehicle(userId, { plate }));
  return row?.id ?? null;
}

/** Adds a car; throws `vehicle.plate_taken` at the field where another of the driver's has its plate. */
export async function insertVehicle(
  ctx: Context,
  row: typeof vehicles.$inferInsert,
): Promise<VehicleRow> {
  await assertPlateFree(ctx, row.userId, row);
  const [stored] = await ctx.db.insert(vehicles).values(row).returning();
  if (!stored) throw new Error("The vehicle was not kept.");
  return stored;
}

/** Changes a car; throws `vehicle.plate_taken` as `insertVehicle` does. */
export async function updateVehicleRow(
  ctx: Context,
  { id, userId }: Pick<VehicleRow, "id" | "userId">,
  set: Partial<VehicleFacts>,
): Promise<VehicleRow> {
  await assertPlateFree(ctx, userId, { id, plate: set.plate });
  const [row] = await ctx.db
    .update(vehicles)
    .set({ ...set, updatedAt: ctx.clock.now() })
    .where(eq(vehicles.id, id))
    .returning();
  if (!row) throw new Error("The vehicle is gone.");
  return row;
}

/** Behind the driver's lock, so that nobody takes it meanwhile. */
async function assertPlateFree(
  ctx: Context,
  userId: string,
  { id, plate }: { readonly id: string; readonly plate?: string | null | undefined },
): Promise<void> {
  if (!plate) return;
  const others = await ctx.db.$count(
    vehicles,
    and(eq(vehicles.userId, userId), isLive, ne(vehicles.id, id), hasPlate(plate)),
  );
  if (others > 0) throw failField("vehicle.plate_taken", "plate");
}

/** Makes this one the driver's default, and no other. */
export async function storeDefault(
  ctx: Context,
  { id, userId }: Pick<VehicleRow, "id" | "userId">,
): Promise<void> {
  const { db } = ctx;
  const updatedAt = ctx.clock.now();
  // One after the other: the index looks at each row as it is written.
  await db
    .update(vehicles)
    .set({ isDefault: false, updatedAt })
    .where(and(eq(vehicles.userId, userId), vehicles.isDefault));
  await db.update(vehicles).set({ isDefault: true, updatedAt }).where(eq(vehicles.id, id));
}

export async function removeVehicleRow(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .update(vehicles)
    .set({ isDefault: false, photoUploadId: null, deletedAt: now, updatedAt: now })
    .where(eq(vehicles.id, id));
}

/** The plates of all cars that the driver has, or removed. */
export async function findPlates(ctx: Context, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ plate: vehicles.plate })
    .from(vehicles)
    .where(eq(vehicles.userId, userId));
  return rows.flatMap(({ plate }) => plate ?? []);
}

/** What cars are called, removed ones too: their plate, or what they are. */
export async function findVehicleNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({
      id: vehicles.id,
      name: sql<string>`coalesce(${vehicles.plate}, concat_ws(' ', ${vehicles.make}, ${vehicles.model}))`,
    })
    .from(vehicles)
    .where(inArray(vehicles.id, [...ids]));
}
