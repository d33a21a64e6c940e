import { z } from "zod";

import { modifyBooking, readBooking } from "@/lib/charging/bookings";
import { BookingView, ModifyBooking } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Bookings",
  summary: "Read a booking with its history",
  permission: "booking.read",
  core: { names: "Booking/{id}" },
  params,
  returns: BookingView,
  run: (ctx, { params }) => readBooking(ctx, params),
});

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Move a booking to other slots of its station",
  description:
    "By its owner until the cutoff. The old QR code stops working; where bookings are reviewed, an Approved one is Pending again.",
  permission: "booking.modify",
  core: { names: "Booking/{id}" },
  limit: "bookingWrite",
  params,
  body: ModifyBooking,
  aliases: { slotStartUtc: "startsAt", slotEndUtc: "endsAt" },
  returns: BookingView,
  examples: [
    {
      name: "Two hours later",
      body: { startsAt: "2026-06-02T16:00:00Z", endsAt: "2026-06-02T17:00:00Z" },
    },
  ],
  run: (ctx, { params, body }) => modifyBooking(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
