import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { VehicleForm } from "@/components/profile/vehicle-form";
import { PageHead } from "@/components/shell/page-head";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { page } from "@/lib/http/page";

import { addCar } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cars"))("add") };
}

export default page({
  area: "owner",
  permission: "vehicle.manage",
  run: async (ctx) => {
    const t = await getTranslations("cars");
    return (
      <ClientMessages of={["cars"]}>
        <div className="mx-auto max-w-3xl">
          <BackLink href="/owner/profile">{t("back")}</BackLink>
          <PageHead title={t("add")} lead={t("addLead")} />
          <Card>
            <VehicleForm action={addCar} unit={ctx.units.distance} />
          </Card>
        </div>
      </ClientMessages>
    );
  },
});
