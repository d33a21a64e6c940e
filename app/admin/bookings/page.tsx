import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showBookings } from "@/app/backoffice/bookings/show-bookings";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffBookings"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: (ctx, { searchParams }) => showBookings(ctx, "/admin/bookings", searchParams, []),
});
