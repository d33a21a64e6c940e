import { z } from "zod";

import { rejectBooking } from "@/lib/charging/bookings";
import { BookingView, RejectBooking } from "@/lib/charging/bookings/schema";
import { coreBooking } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Reject a booking with a reason",
  permission: "booking.approve",
  core: { names: "Booking/{id}/reject", view: coreBooking },
  limit: "bookingWrite",
  params: z.object({ id: z.uuid() }),
  body: RejectBooking,
  returns: BookingView,
  examples: [{ name: "With a reason", body: { reason: "The road is closed that day." } }],
  run: (ctx, { params, body }) => rejectBooking(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
