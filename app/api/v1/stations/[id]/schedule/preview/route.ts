import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { previewSchedule } from "@/lib/schedules";
import { SchedulePreview, SetSchedule } from "@/lib/schedules/schema";

export const POST = endpoint({
  tag: "Schedules",
  summary: "Show what a schedule would bring",
  description:
    "The slots that would result, and the bookings that would need a decision. Changes nothing.",
  permission: "schedule.manage",
  params: z.object({ id: z.uuid() }),
  body: SetSchedule,
  returns: SchedulePreview,
  run: (ctx, { params, body }) => previewSchedule(ctx, { stationId: params.id, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
