import { z } from "zod";

import { makeCalendarFile } from "@/lib/charging/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Bookings",
  summary: "A booking as a calendar file",
  permission: "booking.read",
  params: z.object({ id: z.uuid() }),
  produces: ["text/calendar"],
  run: (ctx, { params }) => makeCalendarFile(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
