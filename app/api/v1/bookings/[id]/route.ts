import { z } from "zod";

import { modifyBooking, readBooking } from "@/lib/charging/bookings";
import { BookingView, ModifyBooking, ReadBooking } from "@/lib/charging/bookings/schema";
import { coreBooking, withCodes } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsBooking } from "@/lib/http/evcms/bookings";
import { otherMethods } from "@/lib/http/other-methods";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Bookings",
  summary: "Read a booking with its history",
  description: "`include=qr` adds its code, for its driver while it is shown.",
  permission: "booking.read",
  core: { names: "Booking/{id}", query: withCodes, view: coreBooking },
  evcms: evcmsBooking,
  params,
  query: ReadBooking,
  returns: BookingView,
  run: (ctx, { params, query }) => readBooking(ctx, { ...params, ...query }),
});

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Change a booking: other slots of its station, or another plug or power",
  description:
    "By its driver until the cutoff. `standard` and `minPowerKw` stay as they were where they are left out; null asks for any. The old QR code stops working; where bookings are reviewed, an Approved one is Pending again.",
  permission: "booking.modify",
  core: { names: "Booking/{id}", view: coreBooking },
  limit: "bookingWrite",
  params,
  body: ModifyBooking,
  aliases: { slotStartUtc: "startsAt", slotEndUtc: "endsAt", ownerNIC: "ownerNic" },
  returns: BookingView,
  examples: [
    {
      name: "Two hours later",
      body: { startsAt: "2026-06-02T16:00:00Z", endsAt: "2026-06-02T17:00:00Z" },
    },
    {
      name: "Any plug, at the same time",
      body: {
        startsAt: "2026-06-02T16:00:00Z",
        endsAt: "2026-06-02T17:00:00Z",
        standard: null,
        minPowerKw: null,
      },
    },
  ],
  run: (ctx, { params, body }) => modifyBooking(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
