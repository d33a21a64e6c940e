import { z } from "zod";

import { drawQr } from "@/lib/charging/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "Draw the QR code of a booking as SVG",
  permission: "booking.qr",
  params: z.object({ id: z.uuid() }),
  produces: ["image/svg+xml"],
  examples: [{ name: "An approved booking", params: { id: sample.arrivingBookingId } }],
  run: (ctx, { params }) => drawQr(ctx, { ...params, format: "svg" }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
