import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readVehicleStats } from "@/lib/insight/reports";
import { VehicleStats } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Vehicles",
  summary: "Read what a vehicle of mine did",
  description:
    "Of its completed sessions: how many, energy, what they cost in each currency, how long they took, and the CO₂ saved against petrol, signed, with what it was reckoned with.",
  permission: "vehicle.manage",
  params: z.object({ id: z.uuid() }),
  returns: VehicleStats,
  run: (ctx, { params }) => readVehicleStats(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
