import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ownStations } from "@/app/_console/stations/own-stations";
import { page } from "@/lib/http/page";

import { showBookings } from "@/app/_console/bookings/show-bookings";
import { nextStep } from "@/app/backoffice/welcome-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffBookings"))("title") };
}

export default page({
  area: "backoffice",
  permission: "booking.read",
  run: async (ctx, { searchParams }) =>
    showBookings(ctx, "/backoffice/bookings", searchParams, await ownStations(ctx), [], () =>
      nextStep(ctx),
    ),
});
