import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showBookings } from "@/app/_console/bookings/show-bookings";
import { ownStations } from "@/app/_console/stations/own-stations";
import { textOf } from "@/components/table/table-state";
import { page } from "@/lib/http/page";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffBookings"))("title") };
}

export default page({
  area: "admin",
  permission: "booking.read",
  run: async (ctx, { searchParams }) => {
    const businesses = await allBusinesses(ctx);
    const business = businesses.find(({ id }) => id === textOf(searchParams, "businessId"));
    const stations = business ? await ownStations(ctx, business.id) : [];
    const isElsewhere =
      business && stations.every(({ id }) => id !== textOf(searchParams, "stationId"));
    // A station of the business that was chosen before counts for nothing.
    const search = isElsewhere ? { ...searchParams, stationId: undefined } : searchParams;
    return showBookings(ctx, "/admin/bookings", search, stations, businesses);
  },
});
