import { MapPin } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { HomePage } from "@/components/shell/home-page";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readMe } from "@/lib/accounts";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  roles: ["EvOwner"],
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.EvOwner");
    const me = await readMe(ctx);
    return (
      <HomePage
        name={me.name}
        lead={t("owner.lead")}
        figures={[]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("nic"), value: me.ownerNic },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
          { name: t("plate"), value: me.vehiclePlate },
        ]}
        may={t("owner.may")}
      >
        {me.status === "Active" ? (
          <Card>
            <EmptyState
              icon={MapPin}
              title={t("owner.find")}
              action={<ButtonLink href="/">{t("seeAll")}</ButtonLink>}
            >
              {t("owner.noneText")}
            </EmptyState>
          </Card>
        ) : (
          <Notice kind="warning" title={t("owner.deactivated")}>
            {t("owner.deactivatedText")}
          </Notice>
        )}
      </HomePage>
    );
  },
});
