import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showStationForm } from "@/app/backoffice/stations/show-station-form";
import { listBusinesses } from "@/lib/businesses";
import { ListBusinesses } from "@/lib/businesses/schema";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stationForm"))("add") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx) => {
    const query = ListBusinesses.parse({ status: "Active", sort: "name" });
    const { items } = await listBusinesses(ctx, { ...query, page: 1, limit: 100 });
    return showStationForm(ctx, "admin", {
      businesses: items.map(({ id, name }) => ({ id, name })),
    });
  },
});
