import { MapPinOff, MapPinned } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { HomePage } from "@/components/shell/home-page";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { readMe } from "@/lib/accounts";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  roles: ["Operator"],
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.Operator");
    const me = await readMe(ctx);
    const stations = me.operatorStationIds.length;
    return (
      <HomePage
        name={me.name}
        lead={t("operator.lead")}
        figures={[{ icon: MapPinned, label: t("operator.stations"), value: stations }]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
        ]}
        may={t("operator.may")}
      >
        {stations === 0 && (
          <Card>
            <EmptyState icon={MapPinOff} title={t("operator.none")}>
              {t("operator.noneText")}
            </EmptyState>
          </Card>
        )}
      </HomePage>
    );
  },
});
