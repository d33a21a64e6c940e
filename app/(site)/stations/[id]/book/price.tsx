import { getTranslations } from "next-intl/server";

import { Estimate } from "@/components/station/estimate";
import { Card, CardHeader } from "@/components/ui/card";
import { currencyDigits } from "@/lib/core/money";
import { estimatePrice, findTariff } from "@/lib/money/tariffs/inside";

import { minutesOf, type Part } from "./choice";

/** What it will probably cost. */
export async function Price({ ctx, station, choice }: Part) {
  const t = await getTranslations("book");
  const tariff = await findTariff(ctx, station.id);
  if (!tariff) return null;
  const inService = station.connectors.filter(({ status }) => status === "Active");
  const powerW = Math.max(0, ...inService.map(({ maxPowerKw }) => maxPowerKw ?? 0)) * 1_000 || null;
  return (
    <Card aria-labelledby="estimate">
      <CardHeader id="estimate" title={t("estimate")} />
      <Estimate
        lines={estimatePrice(tariff, { minutes: minutesOf(choice), powerW })}
        mode={tariff.mode}
        currency={tariff.currency}
        digits={currencyDigits(tariff.currency)}
        taxPercent={tariff.taxMilliPercent / 1_000}
      />
    </Card>
  );
}
