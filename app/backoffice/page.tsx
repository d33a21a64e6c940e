import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { HomePage } from "@/components/shell/home-page";
import { listOperators, readMe } from "@/lib/accounts";
import { ListOperators } from "@/lib/accounts/schema";
import { readBusiness } from "@/lib/businesses";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  roles: ["Backoffice"],
  run: async (ctx) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.Backoffice");
    const me = await readMe(ctx);
    const business = await readBusiness(ctx, { id: me.businessId ?? "" });
    const operators = await listOperators(ctx, { ...ListOperators.parse({}), page: 1, limit: 1 });
    return (
      <HomePage
        name={me.name}
        lead={t("backoffice.lead", { business: business.name })}
        figures={[{ icon: Users, label: t("backoffice.operators"), value: operators.total }]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("business"), value: business.name },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
        ]}
        may={t("backoffice.may")}
      />
    );
  },
});
