import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showStationForm } from "@/app/_console/stations/show-station-form";
import { textOf } from "@/components/table/table-state";
import { page } from "@/lib/http/page";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stationForm"))("add") };
}

export default page({
  area: "admin",
  permission: "station.manage",
  run: async (ctx, { searchParams }) =>
    showStationForm(ctx, "admin", {
      businesses: await allBusinesses(ctx, "Active"),
      businessId: textOf(searchParams, "businessId"),
    }),
});
