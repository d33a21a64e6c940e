import type { Own } from "@/components/finder/own-context";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { roleHolds } from "@/lib/core/permissions";
import { readFavourites, readVehicles } from "@/lib/sites/drivers";
import type { VehicleView } from "@/lib/sites/drivers/schema";

/** Whether who looks is a driver, who has cars and favourites. */
function isDriver(ctx: Context): boolean {
  const user = userOf(ctx);
  return user !== null && roleHolds(user.role, "favourite.manage");
}

/** What a driver would call their car. */
export const carName = ({ make, model, plate }: VehicleView): string =>
  [[make, model].filter(Boolean).join(" "), plate].filter(Boolean).join(", ");

/** The cars of the driver who looks, the default first; none of anybody else. */
export async function readCars(ctx: Context): Promise<VehicleView[]> {
  return isDriver(ctx) ? readVehicles(ctx) : [];
}

/** The ids of their favourites; null of anybody else. */
export async function readMarked(ctx: Context): Promise<string[] | null> {
  if (!isDriver(ctx)) return null;
  return (await readFavourites(ctx, {})).map(({ id }) => id);
}

/** What the finder knows of the driver who looks; null for everybody else. */
export async function readOwn(ctx: Context): Promise<Own | null> {
  const favourites = await readMarked(ctx);
  if (!favourites) return null;
  const cars = (await readCars(ctx)).filter(({ standards }) => standards.length > 0);
  return { vehicles: cars.map((car) => ({ id: car.id, name: carName(car) })), favourites };
}
