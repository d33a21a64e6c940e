import { z } from "zod";

import { SessionView } from "@/lib/charging/sessions/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listVehicleHistory } from "@/lib/insight/reports";

export const GET = endpoint({
  tag: "Vehicles",
  summary: "List what a vehicle of mine charged",
  description: "Its completed sessions, the latest first.",
  permission: "vehicle.manage",
  params: z.object({ id: z.uuid() }),
  query: z.object({}),
  returns: SessionView,
  paged: true,
  run: (ctx, { params, query }) => listVehicleHistory(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
