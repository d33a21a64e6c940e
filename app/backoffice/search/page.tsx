import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { ownStations } from "../operators/own-stations";
import { searchPage } from "./search-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("searchPage"))("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { searchParams }) =>
    searchPage(ctx, searchParams, { home: "/backoffice", stations: await ownStations(ctx) }),
});
