import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showReports } from "@/app/_console/reports/show-reports";
import { ownStations } from "@/app/_console/stations/own-stations";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default page({
  area: "backoffice",
  permission: "report.read",
  run: async (ctx, { searchParams }) =>
    showReports(ctx, searchParams, { home: "/backoffice", stations: await ownStations(ctx) }),
});
