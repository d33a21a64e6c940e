import { z } from "zod";

import { moveBooking } from "@/lib/bookings";
import { BookingView, MoveBooking } from "@/lib/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/http/samples";

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Move a booking that is in conflict",
  description:
    "By staff, with a reason, to free slots of the same station and of the same length. The owner hears of it.",
  permission: "booking.move",
  limit: "bookingWrite",
  params: z.object({ id: z.uuid() }),
  body: MoveBooking,
  returns: BookingView,
  examples: [
    {
      name: "To the next day",
      params: { id: sample.conflictBookingId },
      body: {
        startsAt: "2026-06-04T16:00:00Z",
        endsAt: "2026-06-04T17:00:00Z",
        reason: "Two connectors are replaced that day.",
      },
    },
  ],
  run: (ctx, { params, body }) => moveBooking(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
