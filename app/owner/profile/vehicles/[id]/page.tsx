import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { FiguresCard } from "@/components/profile/figures-card";
import { HistoryCard } from "@/components/profile/history-card";
import { PhotoCard } from "@/components/profile/photo-card";
import { VehicleForm } from "@/components/profile/vehicle-form";
import { vehicleName } from "@/components/profile/vehicle-name";
import { PageHead } from "@/components/shell/page-head";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { page } from "@/lib/http/page";
import { listVehicleHistory, readVehicleStats } from "@/lib/insight/reports";
import { readVehicle } from "@/lib/sites/drivers";

import { changeCar, removePhoto } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cars"))("changeTitle") };
}

/** How many of its last charges the page shows. */
const shown = 20;

export default page({
  area: "owner",
  permission: "vehicle.manage",
  run: async (ctx, { params }) => {
    const t = await getTranslations("cars");
    const id = params.id ?? "";
    const vehicle = await readVehicle(ctx, { id });
    const name = vehicleName(vehicle) ?? vehicle.plate ?? t("unnamed");
    const [stats, history] = await Promise.all([
      readVehicleStats(ctx, { id }),
      listVehicleHistory(ctx, { id, page: 1, limit: shown }),
    ]);
    return (
      <ClientMessages of={["cars"]}>
        <div className="mx-auto max-w-3xl space-y-6">
          <BackLink href="/owner/profile">{t("back")}</BackLink>
          <PageHead title={name} />
          <Card>
            <VehicleForm action={changeCar} vehicle={vehicle} unit={ctx.units.distance} />
          </Card>
          <PhotoCard vehicle={vehicle} name={name} remove={removePhoto} />
          <FiguresCard stats={stats} unit={ctx.units.distance} />
          <HistoryCard sessions={history.items} />
        </div>
      </ClientMessages>
    );
  },
});
