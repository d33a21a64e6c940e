import { z } from "zod";

import { approveBooking } from "@/lib/charging/bookings";
import { BookingView } from "@/lib/charging/bookings/schema";
import { coreBooking } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Approve a booking and issue its QR code",
  permission: "booking.approve",
  core: { names: "Booking/{id}/approve", view: coreBooking },
  limit: "bookingWrite",
  params: z.object({ id: z.uuid() }),
  returns: BookingView,
  run: (ctx, { params }) => approveBooking(ctx, params),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
