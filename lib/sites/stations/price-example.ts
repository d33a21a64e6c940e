import type { Context } from "@/lib/core/context";
import { moneyView, type MoneyView } from "@/lib/core/money";
import { authorize } from "@/lib/core/permissions";
import {
  type Charge,
  needsMeter,
  priceCharge,
  type PricingDefaults,
  type Tariff,
  toTariff,
} from "@/lib/money/tariffs/inside";
import type { PricingInput } from "@/lib/money/tariffs/schema";
import { getSettings } from "@/lib/records/settings/inside";

import { getStation } from "./get-station";

/** What one session costs, line by line; lines of nothing are null. */
export interface ExampleCharge {
  readonly energy: MoneyView | null;
  readonly time: MoneyView | null;
  readonly fee: MoneyView | null;
  readonly tax: MoneyView;
  readonly total: MoneyView;
}

/** The same session with a meter's reading and without; null where it cannot be closed without. */
export interface PriceExample {
  readonly metered: ExampleCharge;
  readonly unmetered: ExampleCharge | null;
}

/**
 * What a session would cost at a station's price as it would be set, with what its settings say where the input does
 * not; nothing is written. Throws station.not_found or request.invalid.
 */
export async function priceExample(
  ctx: Context,
  {
    stationId,
    session,
    ...pricing
  }: PricingInput & {
    readonly stationId: string;
    readonly session: { readonly minutes: number; readonly energyWh: number };
  },
): Promise<PriceExample> {
  const tariff = toTariff(pricing, await readTariffDefaults(ctx, { stationId }), "");
  return {
    metered: linesOf(tariff, priceCharge(tariff, session)),
    unmetered: needsMeter(tariff)
      ? null
      : linesOf(tariff, priceCharge(tariff, { ...session, energyWh: null })),
  };
}

/** What holds for a station's price where it says nothing itself. Throws station.not_found. */
export async function readTariffDefaults(
  ctx: Context,
  { stationId }: { readonly stationId: string },
): Promise<PricingDefaults> {
  const { businessId } = await getStation(ctx, stationId);
  const station = authorize(ctx, "tariff.manage", { businessId, stationId }, "station.not_found");
  return tariffDefaults(ctx, station);
}

export async function tariffDefaults(
  ctx: Context,
  station: { readonly businessId: string | null; readonly stationId: string },
): Promise<PricingDefaults> {
  const { defaultCurrency, defaultTaxPercent } = await getSettings(ctx, station);
  return { currency: defaultCurrency, taxPercent: defaultTaxPercent };
}

function linesOf({ currency }: Tariff, charge: Charge): ExampleCharge {
  const money = (minor: number) => moneyView(minor, currency);
  return {
    energy: charge.energyMinor > 0 ? money(charge.energyMinor) : null,
    time: charge.timeMinor > 0 ? money(charge.timeMinor) : null,
    fee: charge.feeMinor > 0 ? money(charge.feeMinor) : null,
    tax: money(charge.taxMinor),
    total: money(charge.totalMinor),
  };
}
