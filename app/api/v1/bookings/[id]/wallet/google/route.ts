import { z } from "zod";

import { makeGooglePass } from "@/lib/charging/bookings";
import { GooglePass } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "Save the QR code of a booking to Google Wallet",
  description:
    "The address to open on the phone. Where no issuer of Google's is set up: 404 `wallet.not_offered`.",
  permission: "booking.qr",
  params: z.object({ id: z.uuid() }),
  returns: GooglePass,
  examples: [{ name: "An approved booking", params: { id: sample.arrivingBookingId } }],
  run: (ctx, { params }) => makeGooglePass(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
