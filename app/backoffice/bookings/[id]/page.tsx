import { showBooking } from "@/app/_console/bookings/show-booking";
import { readBooking } from "@/lib/charging/bookings";
import { page, pageTitle } from "@/lib/http/page";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readBooking(ctx, { id: params.id ?? "" })).number,
);

export default page({
  area: "backoffice",
  permission: "booking.read",
  run: (ctx, { params }) => showBooking(ctx, "backoffice", params.id ?? ""),
});
