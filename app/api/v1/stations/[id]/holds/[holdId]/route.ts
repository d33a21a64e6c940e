import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readHold, removeHold, updateHold } from "@/lib/sites/schedules";
import { HoldView, SetHold } from "@/lib/sites/schedules/schema";

const params = z.object({ id: z.uuid(), holdId: z.uuid() });

export const GET = endpoint({
  tag: "Schedules",
  summary: "Read a maintenance hold",
  permission: "schedule.read",
  params,
  returns: HoldView,
  run: (ctx, { params: { id, holdId } }) => readHold(ctx, { stationId: id, holdId }),
});

export const PUT = endpoint({
  tag: "Schedules",
  summary: "Change a maintenance hold",
  description: "With `connectors` (how many) or `connectorIds` (which): one of the two.",
  permission: "schedule.manage",
  params,
  body: SetHold,
  returns: HoldView,
  examples: [
    {
      name: "An hour more",
      body: {
        startsAt: "2026-06-05T12:00:00Z",
        endsAt: "2026-06-05T17:00:00Z",
        connectors: 1,
        reason: "New cable",
      },
    },
  ],
  run: (ctx, { params: { id, holdId }, body }) =>
    updateHold(ctx, { stationId: id, holdId, ...body }),
});

export const DELETE = endpoint({
  tag: "Schedules",
  summary: "End a maintenance hold",
  permission: "schedule.manage",
  params,
  status: 204,
  run: (ctx, { params: { id, holdId } }) => removeHold(ctx, { stationId: id, holdId }),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
