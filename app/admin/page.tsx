import { Building2, Inbox, MapPinned } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { HomePage } from "@/components/shell/home-page";
import { readMe } from "@/lib/accounts";
import { listBusinesses } from "@/lib/businesses";
import { ListBusinesses } from "@/lib/businesses/schema";
import { page } from "@/lib/http/page";
import { searchStations } from "@/lib/stations";
import { SearchStations } from "@/lib/stations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.SystemAdmin");
    const count = async (status: "PendingApproval" | "Active") => {
      const query = { ...ListBusinesses.parse({ status }), page: 1, limit: 1 };
      return (await listBusinesses(ctx, query)).total;
    };
    const me = await readMe(ctx);
    const stations = await searchStations(ctx, { ...SearchStations.parse({}), page: 1, limit: 1 });
    return (
      <HomePage
        name={me.name}
        lead={t("admin.lead")}
        figures={[
          { icon: Inbox, label: t("admin.pending"), value: await count("PendingApproval") },
          { icon: Building2, label: t("admin.businesses"), value: await count("Active") },
          { icon: MapPinned, label: t("admin.stations"), value: stations.total },
        ]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
        ]}
        may={t("admin.may")}
      />
    );
  },
});
