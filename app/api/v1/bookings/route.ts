import { offerAlternatives } from "@/lib/charging/waiting";
import { createBooking, listBookings } from "@/lib/charging/bookings";
import { BookingView, CreateBooking, ListBookings } from "@/lib/charging/bookings/schema";
import { coreBooking, withCodes } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsBookings, evcmsCreateBooking } from "@/lib/http/evcms/bookings";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "List bookings",
  description:
    "Those that the caller may see. `status` takes one or several, parted by commas; `from` and `to` take an instant, or a day in the station's zone.",
  permission: "booking.read",
  core: { names: "Booking", query: withCodes, view: coreBooking },
  evcms: evcmsBookings,
  query: ListBookings,
  returns: BookingView,
  paged: true,
  examples: [
    { name: "Still to come", as: "EvOwner", query: { view: "upcoming", sort: "startsAt" } },
    {
      name: "To approve at a station",
      as: "Operator",
      query: { stationId: sample.stationId, status: "Pending" },
    },
  ],
  run: (ctx, { query }) => listBookings(ctx, query),
});

export const POST = endpoint({
  tag: "Bookings",
  summary: "Reserve one or more contiguous slots",
  description:
    "All of them or none. Pending, or Approved at once with its QR code where the station approves by itself. Where somebody was faster, `slot.full` names the nearest `alternatives` in its details, the first of them held for two minutes: `offerId` books it; `booking.overlap` names the caller's own booking at that time.",
  permission: "booking.create",
  core: { names: "Booking", view: coreBooking },
  evcms: evcmsCreateBooking,
  marks: ["startsAt", "endsAt", "minutes", "slotStartUtc", "slotEndUtc"],
  idempotent: "required",
  early: true,
  limit: "bookingWrite",
  body: CreateBooking,
  aliases: { slotStartUtc: "startsAt", slotEndUtc: "endsAt", ownerNIC: "ownerNic" },
  returns: BookingView,
  status: 201,
  location: ({ id }) => `/api/v1/bookings/${id}`,
  examples: [
    {
      name: "Two hours",
      body: {
        stationId: sample.stationId,
        startsAt: "2026-06-03T14:00:00Z",
        endsAt: "2026-06-03T16:00:00Z",
        vehiclePlate: "WP CAB-1234",
      },
    },
    {
      name: "By the names of the first contract",
      body: {
        stationId: sample.stationId,
        slotStartUtc: "2026-06-03T14:00:00Z",
        slotEndUtc: "2026-06-03T15:00:00Z",
        ownerNIC: sample.ownerNic,
      },
    },
  ],
  run: (ctx, { body }) => createBooking(ctx, body),
  refused: (ctx, { body }, refusal) => offerAlternatives(ctx, body, refusal),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
