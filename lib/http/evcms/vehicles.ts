import { z } from "zod";

import type { VehicleView } from "@/lib/sites/drivers/schema";

import type { Translation } from "../contracts/projection";

const body: Translation = {
  names: ["batteryCapacity", "registrationNumber"],
  schema: z.object({
    batteryCapacity: z.number().optional(),
    registrationNumber: z.string().optional(),
  }),
  into: ({ batteryCapacity, registrationNumber }) => ({
    ...(batteryCapacity !== undefined && { batteryKwh: batteryCapacity }),
    ...(registrationNumber !== undefined && { plate: registrationNumber }),
  }),
  back: { batteryKwh: "batteryCapacity", plate: "registrationNumber" },
};

/** A vehicle as EV-CMS's code reads one, ours beside theirs. */
const view = (vehicle: VehicleView) => ({
  ...vehicle,
  batteryCapacity: vehicle.batteryKwh,
  registrationNumber: vehicle.plate,
});

export const evcmsVehicle = { view };
export const evcmsVehicles = { view: (list: readonly VehicleView[]) => list.map(view) };
export const evcmsVehicleBody = { body, view };
