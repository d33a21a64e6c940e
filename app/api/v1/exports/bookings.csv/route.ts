import { exportBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Bookings",
  summary: "Export bookings as CSV",
  description: "The same bookings, by the same filters, as the list shows; at most 50,000.",
  permission: "booking.read",
  query: ListBookings,
  produces: ["text/csv"],
  run: async (ctx, { query }) => ({
    content: await exportBookings(ctx, query),
    contentType: "text/csv; charset=utf-8",
    headers: { "Content-Disposition": 'attachment; filename="bookings.csv"' },
  }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
