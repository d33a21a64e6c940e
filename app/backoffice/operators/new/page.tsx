import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { OperatorForm } from "@/components/operator/operator-form";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { page } from "@/lib/http/page";

import { create } from "../actions";
import { ownStations } from "../own-stations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("add") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx) => {
    const t = await getTranslations("operators");
    return (
      <ClientMessages of={["operators"]}>
        <div className="max-w-2xl">
          <PageHead title={t("add")} lead={t("addLead")} />
          <Card>
            <OperatorForm action={create} stations={await ownStations(ctx)} />
          </Card>
        </div>
      </ClientMessages>
    );
  },
});
