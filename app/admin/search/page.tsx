import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showSearch } from "@/app/_console/search/show-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("searchPage"))("title") };
}

export default page({
  area: "admin",
  permission: "search.read",
  // The platform's stations are too many for a list: they are found by name.
  run: (ctx, { searchParams }) => showSearch(ctx, searchParams, { home: "/admin", stations: [] }),
});
