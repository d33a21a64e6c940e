import { failField } from "@/lib/core/errors";

/** How many cars a driver may have at once, and how many places they may mark. */
export const mostVehicles = 10;
export const mostFavourites = 200;

const firstYear = 1990;

/** A car's year is from 1990 to the next one (operations.md, 6.1). Throws `vehicle.year` at the field. */
export function assertYear(year: number | undefined, now: Date): void {
  const most = now.getUTCFullYear() + 1;
  if (year === undefined || (year >= firstYear && year <= most)) return;
  throw failField("vehicle.year", "year", { least: firstYear, most });
}

/** Kilowatt-hours as they are kept, in whole watt-hours. */
export const wattHoursOf = (kwh: number): number => Math.round(kwh * 1_000);
