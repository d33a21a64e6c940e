import { sumCarSessions } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { moneyView } from "@/lib/core/money";
import { getSettings } from "@/lib/records/settings/inside";
import { scopeOf } from "@/lib/core/permissions";
import { getVehicle } from "@/lib/sites/drivers/inside";

import { co2SavedKg } from "./rules";
import type { VehicleStats } from "./schema";

/**
 * What a car of the calling driver did in completed sessions, and what CO₂ that saved against petrol, by the car's own
 * consumption or else a usual one (operations.md, 6.1). Throws `vehicle.not_found`.
 */
export async function readVehicleStats(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<VehicleStats> {
  scopeOf(ctx, "vehicle.manage");
  const vehicle = await getVehicle(ctx, id);
  const { kwhPer100Km, petrolGramsPerKm, gridGramsPerKwh } = await getSettings(ctx);
  const rows = await sumCarSessions(ctx, vehicle);
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  const totalSessions = sum(({ count }) => count);
  const energyWh = sum((row) => row.energyWh);
  const own = vehicle.whPer100Km;
  const basis = {
    kwhPer100Km: own === null ? kwhPer100Km : own / 1_000,
    petrolGramsPerKm,
    gridGramsPerKwh,
  };
  return {
    totalSessions,
    energyKwh: energyWh / 1_000,
    costs: rows.map(({ totalMinor, currency }) => moneyView(totalMinor, currency)),
    averageMinutes:
      totalSessions === 0 ? null : Math.round(sum(({ seconds }) => seconds) / 60 / totalSessions),
    co2SavedKg: co2SavedKg(energyWh, basis),
    basis: { ...basis, isOwn: own !== null },
  };
}
