import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { VehicleForm } from "@/components/profile/vehicle-form";
import { vehicleName } from "@/components/profile/vehicle-name";
import { PageHead } from "@/components/shell/page-head";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { page } from "@/lib/http/page";
import { readVehicle } from "@/lib/sites/drivers";

import { changeCar } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cars"))("changeTitle") };
}

export default page({
  area: "owner",
  permission: "vehicle.manage",
  run: async (ctx, { params }) => {
    const t = await getTranslations("cars");
    const vehicle = await readVehicle(ctx, { id: params.id ?? "" });
    return (
      <ClientMessages of={["cars"]}>
        <div className="mx-auto max-w-3xl">
          <BackLink href="/owner/profile">{t("back")}</BackLink>
          <PageHead title={vehicleName(vehicle) ?? vehicle.plate ?? t("unnamed")} />
          <Card>
            <VehicleForm action={changeCar} vehicle={vehicle} />
          </Card>
        </div>
      </ClientMessages>
    );
  },
});
