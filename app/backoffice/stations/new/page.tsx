import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showStationForm } from "@/app/_console/stations/show-station-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stationForm"))("add") };
}

export default page({
  area: "backoffice",
  permission: "station.manage",
  run: (ctx) => showStationForm(ctx, "backoffice"),
});
