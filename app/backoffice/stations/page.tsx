import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showStations } from "@/app/_console/stations/show-stations";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stationAdmin"))("title") };
}

export default page({
  roles: ["Backoffice"],
  run: (ctx, { searchParams }) => showStations(ctx, "backoffice", searchParams),
});
