import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { TariffEditor } from "@/components/tariff/tariff-editor";
import type { Context } from "@/lib/core/context";
import { readManagedStation, readTariffDefaults } from "@/lib/sites/stations";

import { exampleOf, saveTariff } from "./tariff-actions";

/** The editor of a station's price, with what a session costs beside it. */
export async function showTariff(ctx: Context, area: Area, id: string) {
  const t = await getTranslations("tariff");
  const list = await getTranslations("stationAdmin");
  const station = await readManagedStation(ctx, id);
  return (
    <ClientMessages of={["tariff"]}>
      <Breadcrumbs
        trail={[
          { title: list("title"), href: `/${area}/stations` },
          { title: station.name, href: `/${area}/stations/${id}` },
        ]}
      />
      <PageHead title={`${station.name}: ${t("title")}`} lead={t("lead")} />
      <TariffEditor
        area={area}
        stationId={id}
        isStep={station.opensWhenReady}
        pricing={station.pricing}
        defaults={await readTariffDefaults(ctx, { stationId: id })}
        save={saveTariff}
        exampleOf={exampleOf}
      />
    </ClientMessages>
  );
}
