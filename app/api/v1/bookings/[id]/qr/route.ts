import { z } from "zod";

import { readQr } from "@/lib/charging/bookings";
import { QrView } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "Read the QR code of a booking",
  description:
    "The token to show as a picture, the code to type, and when check-in opens and closes.",
  permission: "booking.qr",
  params: z.object({ id: z.uuid() }),
  returns: QrView,
  examples: [{ name: "An approved booking", params: { id: sample.arrivingBookingId } }],
  run: (ctx, { params }) => readQr(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
