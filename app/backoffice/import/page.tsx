import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { ImportScreen } from "@/components/import/import-screen";
import { PageHead } from "@/components/shell/page-head";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default page({
  area: "backoffice",
  permission: "station.import",
  run: async () => {
    const t = await getTranslations("import");
    return (
      <ClientMessages of={["import"]}>
        <PageHead title={t("title")} lead={t("lead")} />
        <ImportScreen />
      </ClientMessages>
    );
  },
});
