import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { addHold, listHolds } from "@/lib/sites/schedules";
import { HoldView, ListHolds, SetHold } from "@/lib/sites/schedules/schema";
import { sample } from "@/lib/words";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Schedules",
  summary: "List a station's maintenance holds",
  description: "By their start; those that are over with past=true only.",
  permission: "schedule.read",
  params,
  query: ListHolds,
  returns: HoldView,
  paged: true,
  run: (ctx, { params, query }) => listHolds(ctx, { stationId: params.id, ...query }),
});

export const POST = endpoint({
  tag: "Schedules",
  summary: "Take connectors out of service for a while",
  description: "So many of them (`connectors`), or these (`connectorIds`): one of the two.",
  permission: "schedule.manage",
  params,
  body: SetHold,
  returns: HoldView,
  status: 201,
  location: ({ id, stationId }) => `/api/v1/stations/${stationId}/holds/${id}`,
  examples: [
    {
      name: "One connector for a morning",
      body: {
        startsAt: "2026-06-05T12:00:00Z",
        endsAt: "2026-06-05T16:00:00Z",
        connectors: 1,
        reason: "New cable",
      },
    },
    {
      name: "This connector for an hour",
      body: {
        startsAt: "2026-06-05T16:00:00Z",
        endsAt: "2026-06-05T17:00:00Z",
        connectorIds: [sample.connectorId],
        reason: "New plug",
      },
    },
  ],
  run: (ctx, { params, body }) => addHold(ctx, { stationId: params.id, ...body }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
