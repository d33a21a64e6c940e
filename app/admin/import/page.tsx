import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { ImportScreen } from "@/components/import/import-screen";
import { PageHead } from "@/components/shell/page-head";
import { page } from "@/lib/http/page";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default page({
  area: "admin",
  permission: "station.import",
  run: async (ctx) => {
    const t = await getTranslations("import");
    return (
      <ClientMessages of={["import"]}>
        <PageHead title={t("title")} lead={t("lead")} />
        <ImportScreen businesses={await allBusinesses(ctx, "Active")} />
      </ClientMessages>
    );
  },
});
