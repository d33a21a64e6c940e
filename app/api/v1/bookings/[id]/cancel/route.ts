import { z } from "zod";

import { keepRefusal } from "@/lib/charging/queue";
import { cancelBooking } from "@/lib/charging/bookings";
import { BookingView, CancelBooking } from "@/lib/charging/bookings/schema";
import { coreBooking } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsBooking } from "@/lib/http/evcms/bookings";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Bookings",
  summary: "Cancel a booking",
  description:
    "By its driver until the cutoff, by staff with a reason. An operator may charge the late fee, and abort a booking in progress; with `at`, when a phone without network did it, at most 4 hours back and 60 seconds ahead.",
  permission: "booking.cancel",
  core: { names: "Booking/{id}/cancel", view: coreBooking },
  evcms: evcmsBooking,
  limit: "bookingWrite",
  params: z.object({ id: z.uuid() }),
  body: CancelBooking,
  returns: BookingView,
  examples: [
    { name: "By its driver", as: "EvOwner", body: {} },
    {
      name: "By an operator, with the late fee",
      as: "Operator",
      body: { reason: "The driver called.", chargeFee: true },
    },
  ],
  run: (ctx, { params, body }) => cancelBooking(ctx, { ...params, ...body }),
  refused: (ctx, { params, body, key }, refusal) => {
    const { at, ...told } = body;
    const of = { bookingId: params.id };
    return keepRefusal(ctx, { act: "Abort", at, key, of, told }, refusal);
  },
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
