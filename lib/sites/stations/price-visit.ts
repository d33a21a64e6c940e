import type { Context } from "@/lib/core/context";
import { moneyView, type MoneyView } from "@/lib/core/money";
import { openTo } from "@/lib/core/permissions";
import { findTariff, priceCharge, unknownPowerW } from "@/lib/money/tariffs/inside";

import { findConnectors } from "./get-station";

/** What a visit costs, tax included, and how long it takes. */
export interface VisitPrice {
  readonly energyWh: number;
  /** Whole minutes at the best power there is for the car. */
  readonly minutes: number;
  /** Whether one of the plugs that were named is there; else every plug counted. */
  readonly fits: boolean;
  readonly total: MoneyView;
}

/**
 * What a station's price comes to for so much energy, in watt-hours, with a car of these plugs (product.md, Tariff);
 * null where it has no price. For everybody.
 */
export async function priceVisit(
  ctx: Context,
  {
    stationId,
    energyWh,
    standards = [],
  }: {
    readonly stationId: string;
    readonly energyWh: number;
    readonly standards?: readonly string[];
  },
): Promise<VisitPrice | null> {
  openTo(ctx, "station.read");
  const [tariff, all] = [await findTariff(ctx, stationId), await findConnectors(ctx, stationId)];
  if (!tariff) return null;
  const places = all.filter(({ status }) => status === "Active");
  const powers = places.flatMap((place) =>
    place.standards.flatMap((plug, index) =>
      standards.includes(plug) ? [place.plugPowersW?.[index] ?? place.maxPowerW] : [],
    ),
  );
  const fits = powers.length > 0;
  const counted = fits ? powers : places.map(({ maxPowerW }) => maxPowerW);
  const powerW = Math.max(0, ...counted.map((power) => power ?? 0)) || unknownPowerW;
  const minutes = Math.ceil((energyWh * 60) / powerW);
  const { totalMinor } = priceCharge(tariff, { minutes, energyWh });
  return { energyWh, minutes, fits, total: moneyView(totalMinor, tariff.currency) };
}
