import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { ownStations } from "@/app/_console/stations/own-stations";
import { showSearch } from "@/app/_console/search/show-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("searchPage"))("title") };
}

export default page({
  area: "backoffice",
  permission: "search.read",
  run: async (ctx, { searchParams }) =>
    showSearch(ctx, searchParams, { home: "/backoffice", stations: await ownStations(ctx) }),
});
