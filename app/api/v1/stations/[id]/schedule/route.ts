import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readSchedule, setSchedule } from "@/lib/sites/schedules";
import { ScheduleView, SetSchedule } from "@/lib/sites/schedules/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Schedules",
  summary: "Read a station's schedule",
  permission: "schedule.read",
  params,
  returns: ScheduleView,
  run: (ctx, { params }) => readSchedule(ctx, { stationId: params.id }),
});

export const PUT = endpoint({
  tag: "Schedules",
  summary: "Replace a station's schedule",
  description:
    "Times are the station's own; 24:00 is the end of the day, and an end at or before the start lies on the next " +
    "day. What is not named is closed, or has no exception. Slots are rebuilt at once; bookings that no longer fit " +
    "are flagged as conflicts, none is cancelled. With ifUpdatedAt, the updatedAt of the schedule that was read (null " +
    "for none yet), it is refused as 409 schedule.changed where somebody else has set another since.",
  permission: "schedule.manage",
  core: { names: "Station/{id}/schedule" },
  params,
  body: SetSchedule,
  returns: ScheduleView,
  examples: [
    {
      name: "A week, a holiday and a day with two connectors",
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
  run: (ctx, { params, body }) => setSchedule(ctx, { stationId: params.id, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
