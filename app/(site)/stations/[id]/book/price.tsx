import { getTranslations } from "next-intl/server";

import { Estimate } from "@/components/station/estimate";
import { Card, CardHeader } from "@/components/ui/card";
import { estimateBooking } from "@/lib/charging/bookings";
import { currencyDigits } from "@/lib/core/money";

import type { Part } from "./choice";

/** What it will probably cost. */
export async function Price({ ctx, station, choice }: Part) {
  const t = await getTranslations("book");
  const estimate = await estimateBooking(ctx, {
    stationId: station.id,
    startsAt: new Date(choice.startsAt),
    endsAt: new Date(choice.endsAt),
  });
  if (!estimate) return null;
  const { mode, currency, taxPercent, ...lines } = estimate;
  return (
    <Card aria-labelledby="estimate">
      <CardHeader id="estimate" title={t("estimate")} />
      <Estimate {...{ lines, mode, currency, taxPercent }} digits={currencyDigits(currency)} />
    </Card>
  );
}
