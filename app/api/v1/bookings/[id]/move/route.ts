import { z } from "zod";

import { readMoveTimes, moveBooking } from "@/lib/charging/bookings";
import { BookingView, MoveBooking, MoveTime } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Bookings",
  summary: "List the times to which staff can move a booking",
  description:
    "Free runs of slots of its station, as long as the booking, where its driver has nothing else. None for a booking that is neither pending nor approved.",
  permission: "booking.move",
  params,
  returns: z.object({ items: z.array(MoveTime) }),
  run: async (ctx, { params }) => ({
    items: (await readMoveTimes(ctx, [params.id])).get(params.id) ?? [],
  }),
});

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Move a booking, as staff and with a reason",
  description:
    "By staff, with a reason, to free slots of the same station and of the same length. The driver sees the reason in its history.",
  permission: "booking.move",
  limit: "bookingWrite",
  params,
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

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
