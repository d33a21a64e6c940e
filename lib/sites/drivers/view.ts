import type { VehicleView } from "./schema";
import type { VehicleRow } from "./store/vehicles";

const kwh = (wattHours: number | null) => (wattHours === null ? null : wattHours / 1_000);

/** A car as its driver sees it. */
export function viewVehicle(row: VehicleRow): VehicleView {
  const { id, make, model, year, plate, standards, photoUploadId, isDefault } = row;
  return {
    id,
    make,
    model,
    year,
    batteryKwh: kwh(row.batteryWh),
    plate,
    standards,
    kwhPer100Km: kwh(row.whPer100Km),
    photoUploadId,
    isDefault,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
