import { useTranslations } from "next-intl";

import { readCars } from "@/app/_finder/read-own";
import { useMoney } from "@/components/station/money";
import type { Context } from "@/lib/core/context";
import { priceVisit } from "@/lib/sites/stations";

/** Of what a price is said: a usual charge on the way, in watt-hours. */
const usualWh = 20_000;

/** What the station's price comes to, with the reader's car where it is known and fits. */
export async function VisitWords({ ctx, stationId }: { ctx: Context; stationId: string }) {
  const [car] = await readCars(ctx);
  const { standards = [] } = car ?? {};
  const visit = await priceVisit(ctx, { stationId, energyWh: usualWh, standards });
  return visit && <Words visit={visit} />;
}

function Words({ visit }: { visit: NonNullable<Awaited<ReturnType<typeof priceVisit>>> }) {
  const t = useTranslations("station");
  const money = useMoney();
  const { total, energyWh, minutes, fits } = visit;
  const time = t("visitTime", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (
    <p className="mt-3 border-t pt-3 text-sm">
      {t(fits ? "visitCar" : "visit", { price: money(total), kWh: energyWh / 1_000, time })}
    </p>
  );
}
