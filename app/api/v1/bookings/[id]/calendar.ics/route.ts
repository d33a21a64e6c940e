import { z } from "zod";

import { makeCalendarFile } from "@/lib/bookings";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint({
  tag: "Bookings",
  summary: "A booking as a calendar file",
  permission: "booking.read",
  params: z.object({ id: z.uuid() }),
  produces: ["text/calendar"],
  run: (ctx, { params }) => makeCalendarFile(ctx, params),
});
