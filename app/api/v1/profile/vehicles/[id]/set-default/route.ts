import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { evcmsVehicle } from "@/lib/http/evcms/vehicles";
import { otherMethods } from "@/lib/http/other-methods";
import { setDefaultVehicle } from "@/lib/sites/drivers";
import { VehicleView } from "@/lib/sites/drivers/schema";
import { sample } from "@/lib/words";

export const PATCH = endpoint({
  tag: "Vehicles",
  summary: "Make a vehicle the default",
  description: "Instead of the one that was: a booking that names no vehicle is for it.",
  permission: "vehicle.manage",
  evcms: evcmsVehicle,
  params: z.object({ id: z.uuid() }),
  returns: VehicleView,
  examples: [{ name: "The other one", params: { id: sample.otherVehicleId } }],
  run: (ctx, { params }) => setDefaultVehicle(ctx, params),
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods({ PATCH });
