import { moneyView } from "@/lib/core/money";

import type { Tariff } from "./rules";
import type { PricingView } from "./schema";

/** A tariff in the API's form. */
export function pricingView(tariff: Tariff): PricingView {
  const { currency } = tariff;
  const money = (amount: number | null) => (amount === null ? null : moneyView(amount, currency));
  return {
    mode: tariff.mode,
    currency,
    fee: money(tariff.feeMinor),
    perHour: money(tariff.perHourMinor),
    perKwh: money(tariff.perKwhMinor),
    minimumFee: money(tariff.minimumFeeMinor),
    billingIncrementMinutes: tariff.billingIncrementMinutes,
    taxPercent: tariff.taxMilliPercent / 1000,
    lateCancelFee: moneyView(tariff.lateCancelFeeMinor, currency),
  };
}
