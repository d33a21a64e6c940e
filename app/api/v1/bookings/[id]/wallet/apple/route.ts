import { z } from "zod";

import { makeApplePass } from "@/lib/charging/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "The QR code of a booking as a pass for Apple Wallet",
  description: "A `.pkpass` file. Where no issuer of Apple's is set up: 404 `wallet.not_offered`.",
  permission: "booking.qr",
  params: z.object({ id: z.uuid() }),
  produces: ["application/vnd.apple.pkpass"],
  examples: [{ name: "An approved booking", params: { id: sample.arrivingBookingId } }],
  run: (ctx, { params }) => makeApplePass(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
