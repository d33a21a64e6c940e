import { createBooking, listBookings } from "@/lib/bookings";
import { BookingView, CreateBooking, ListBookings } from "@/lib/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Bookings",
  summary: "List bookings",
  description:
    "Those that the caller may see. `status` takes one or several, parted by commas; `from` and `to` take an instant, or a day in the station's zone.",
  permission: "booking.read",
  core: "Booking",
  query: ListBookings,
  returns: BookingView,
  paged: true,
  run: (ctx, { query }) => listBookings(ctx, query),
});

export const POST = endpoint({
  tag: "Bookings",
  summary: "Reserve one or more contiguous slots",
  description:
    "All of them or none. Pending, or Approved at once with its QR code where the station approves by itself.",
  permission: "booking.create",
  core: "Booking",
  idempotent: "required",
  limit: "bookingWrite",
  body: CreateBooking,
  aliases: { slotStartUtc: "startsAt", slotEndUtc: "endsAt", ownerNIC: "ownerNic" },
  returns: BookingView,
  status: 201,
  location: ({ id }) => `/api/v1/bookings/${id}`,
  run: (ctx, { body }) => createBooking(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
