import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { choosePlaces } from "@/app/_console/businesses/choose-places";
import { showReports } from "@/app/_console/reports/show-reports";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default page({
  area: "admin",
  permission: "report.read",
  run: async (ctx, { searchParams }) => {
    const { search, ...places } = await choosePlaces(ctx, searchParams);
    return showReports(ctx, search, { home: "/admin", ...places });
  },
});
