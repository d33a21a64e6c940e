import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { choosePlaces } from "@/app/_console/businesses/choose-places";
import { showBookings } from "@/app/_console/bookings/show-bookings";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffBookings"))("title") };
}

export default page({
  area: "admin",
  permission: "booking.read",
  run: async (ctx, { searchParams }) => {
    const { businesses, stations, search } = await choosePlaces(ctx, searchParams);
    return showBookings(ctx, "/admin/bookings", search, stations, businesses);
  },
});
