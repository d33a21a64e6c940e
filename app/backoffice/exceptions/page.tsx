import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showExceptions } from "@/app/_console/exceptions/show-exceptions";
import { ownStations } from "@/app/_console/stations/own-stations";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exceptions"))("title") };
}

export default page({
  area: "backoffice",
  permission: "exception.read",
  run: async (ctx, { searchParams }) =>
    showExceptions(ctx, "backoffice", searchParams, await ownStations(ctx)),
});
