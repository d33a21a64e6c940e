import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { previewSchedule } from "@/lib/sites/schedules";
import { SchedulePreview, SetSchedule } from "@/lib/sites/schedules/schema";

export const POST = endpoint({
  tag: "Schedules",
  summary: "Show what a schedule would bring",
  description:
    "The slots that would result, and the bookings that would need a decision. Changes nothing.",
  permission: "schedule.manage",
  params: z.object({ id: z.uuid() }),
  body: SetSchedule,
  returns: SchedulePreview,
  examples: [
    {
      name: "Before saving",
      body: {
        weekly: {
          mon: [{ start: "08:00", end: "22:00" }],
          tue: [{ start: "08:00", end: "22:00" }],
          wed: [{ start: "08:00", end: "22:00" }],
          thu: [{ start: "08:00", end: "22:00" }],
          fri: [{ start: "08:00", end: "02:00" }],
          sat: [
            { start: "10:00", end: "14:00" },
            { start: "16:00", end: "24:00" },
          ],
          sun: [],
        },
        exceptions: [{ date: "2026-07-04", closed: true }],
        capacityOverrides: [{ date: "2026-06-10", connectors: 2 }],
      },
    },
  ],
  run: (ctx, { params, body }) => previewSchedule(ctx, { stationId: params.id, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
