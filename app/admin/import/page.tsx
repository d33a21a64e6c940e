import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { ImportScreen } from "@/components/import/import-screen";
import { PageHead } from "@/components/shell/page-head";
import { listBusinesses } from "@/lib/businesses";
import { ListBusinesses } from "@/lib/businesses/schema";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx) => {
    const t = await getTranslations("import");
    const query = ListBusinesses.parse({ status: "Active", sort: "name" });
    const { items } = await listBusinesses(ctx, { ...query, page: 1, limit: 100 });
    return (
      <ClientMessages of={["import"]}>
        <PageHead title={t("title")} lead={t("lead")} />
        <ImportScreen businesses={items.map(({ id, name }) => ({ id, name }))} />
      </ClientMessages>
    );
  },
});
