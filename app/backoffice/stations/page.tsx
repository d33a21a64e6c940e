import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showStations } from "@/app/_console/stations/show-stations";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stationAdmin"))("title") };
}

export default page({
  area: "backoffice",
  permission: "station.manage",
  run: (ctx, { searchParams }) => showStations(ctx, "backoffice", searchParams),
});
