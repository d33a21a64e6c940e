import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { choosePlaces } from "@/app/_console/businesses/choose-places";
import { showExceptions } from "@/app/_console/exceptions/show-exceptions";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exceptions"))("title") };
}

export default page({
  area: "admin",
  permission: "exception.read",
  run: async (ctx, { searchParams }) => {
    const { businesses, stations, search } = await choosePlaces(ctx, searchParams);
    return showExceptions(ctx, "admin", search, stations, businesses);
  },
});
