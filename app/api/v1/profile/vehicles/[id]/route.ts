import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { evcmsVehicle, evcmsVehicleBody } from "@/lib/http/evcms/vehicles";
import { otherMethods } from "@/lib/http/other-methods";
import { readVehicle, removeVehicle, updateVehicle } from "@/lib/sites/drivers";
import { UpdateVehicle, VehicleView } from "@/lib/sites/drivers/schema";
import { sample } from "@/lib/words";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Vehicles",
  summary: "Read one of my vehicles",
  permission: "vehicle.manage",
  evcms: evcmsVehicle,
  params,
  returns: VehicleView,
  run: (ctx, { params }) => readVehicle(ctx, params),
});

export const PUT = endpoint({
  tag: "Vehicles",
  summary: "Change a vehicle",
  description: "What is not named stays. Bookings keep the plate that they were made with.",
  permission: "vehicle.manage",
  evcms: evcmsVehicleBody,
  params,
  body: UpdateVehicle,
  returns: VehicleView,
  examples: [{ name: "Another plate", body: { plate: "WP CBD-5678" } }],
  run: (ctx, { params, body }) => updateVehicle(ctx, { ...params, ...body }),
});

export const DELETE = endpoint({
  tag: "Vehicles",
  summary: "Remove a vehicle",
  description:
    "Bookings keep its plate. Where it was the default, the newest of the others becomes it.",
  permission: "vehicle.manage",
  params,
  status: 204,
  examples: [{ name: "The other one", params: { id: sample.otherVehicleId } }],
  run: (ctx, { params }) => removeVehicle(ctx, params),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
