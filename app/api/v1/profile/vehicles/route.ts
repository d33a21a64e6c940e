import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { evcmsVehicleBody, evcmsVehicles } from "@/lib/http/evcms/vehicles";
import { otherMethods } from "@/lib/http/other-methods";
import { addVehicle, readVehicles } from "@/lib/sites/drivers";
import { AddVehicle, VehicleView } from "@/lib/sites/drivers/schema";

export const GET = endpoint({
  tag: "Vehicles",
  summary: "List my vehicles",
  description: "Ten at most: the default, then the newest first.",
  permission: "vehicle.manage",
  evcms: evcmsVehicles,
  returns: z.array(VehicleView),
  run: (ctx) => readVehicles(ctx),
});

export const POST = endpoint({
  tag: "Vehicles",
  summary: "Add a vehicle",
  description:
    "The first is the default: a booking that names no vehicle is for it. Its year is from 1990 to the next one; a plate is once among one's own, however it is written.",
  permission: "vehicle.manage",
  evcms: evcmsVehicleBody,
  body: AddVehicle,
  returns: VehicleView,
  status: 201,
  location: ({ id }) => `/api/v1/profile/vehicles/${id}`,
  examples: [
    {
      name: "A car with a CCS plug",
      body: {
        make: "Nissan",
        model: "Ariya",
        year: 2024,
        batteryKwh: 87,
        plate: "WP CBB-3344",
        standards: ["CCS", "TYPE2"],
        kwhPer100Km: 18.5,
      },
    },
  ],
  run: (ctx, { body }) => addVehicle(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
