import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { previewHold } from "@/lib/sites/schedules";
import { PreviewHold, SchedulePreview } from "@/lib/sites/schedules/schema";

export const POST = endpoint({
  tag: "Schedules",
  summary: "Show what a maintenance hold would bring",
  description:
    "The slots that would result, and the bookings that would need a decision; with holdId, if that hold were " +
    "changed so. Changes nothing.",
  permission: "schedule.manage",
  params: z.object({ id: z.uuid() }),
  body: PreviewHold,
  returns: SchedulePreview,
  examples: [
    {
      name: "Before one connector is held for a morning",
      body: {
        startsAt: "2026-06-05T12:00:00Z",
        endsAt: "2026-06-05T16:00:00Z",
        connectors: 1,
      },
    },
  ],
  run: (ctx, { params, body }) => previewHold(ctx, { stationId: params.id, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
