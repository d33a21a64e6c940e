import { z } from "zod";

import { runLate } from "@/lib/charging/bookings";
import { BookingView } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { sample } from "@/lib/words";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Say that I am late",
  description:
    "Once, from an hour before the start until the no-show: the place is kept until `lateUntil`, and the operator sees it. Refused where somebody waits for the place.",
  permission: "booking.late",
  limit: "bookingWrite",
  params: z.object({ id: z.uuid() }),
  returns: BookingView,
  examples: [{ name: "At its start", params: { id: sample.arrivingBookingId } }],
  run: (ctx, { params }) => runLate(ctx, params),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
