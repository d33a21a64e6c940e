import { useTranslations } from "next-intl";

import type { PricingView } from "@/lib/money/tariffs/schema";

import { useMoney } from "./money";

/** The price in a word or two, for lists. */
export function PriceShort({ pricing }: { pricing: PricingView }) {
  const t = useTranslations("price");
  const money = useMoney();
  const { fee, perHour, perKwh } = pricing;
  switch (pricing.mode) {
    case "Flat":
      return t("shortFlat", { fee: money(fee) });
    case "Time":
      return t("shortTime", { rate: money(perHour) });
    default:
      return t("shortEnergy", { rate: money(perKwh) });
  }
}

/** The price in full sentences: what is charged, what comes on top, what a late cancellation costs. */
export function PriceWords({ pricing }: { pricing: PricingView }) {
  const t = useTranslations("price");
  const money = useMoney();
  const { mode, fee, perHour, perKwh, minimumFee, lateCancelFee, taxPercent } = pricing;
  const minutes = pricing.billingIncrementMinutes ?? 60;
  const headline = {
    Flat: () => t("flat", { fee: money(fee) }),
    Time: () => t("time", { rate: money(perHour), minutes }),
    Energy: () => t("energy", { rate: money(perKwh) }),
    Hybrid: () => t("hybrid", { rate: money(perKwh), minimum: money(minimumFee) }),
  }[mode]();
  const metered = mode === "Energy" || mode === "Hybrid";
  const hasLateFee = lateCancelFee && Number(lateCancelFee.amount) > 0;
  return (
    <div className="space-y-1">
      <p className="text-lg font-semibold">{headline}</p>
      <ul className="space-y-0.5 text-sm text-ink-soft">
        <li>{taxPercent > 0 ? t("tax", { percent: taxPercent }) : t("noTax")}</li>
        {metered && perHour && <li>{t("fallback", { rate: money(perHour) })}</li>}
        {hasLateFee && <li>{t("lateFee", { fee: money(lateCancelFee) })}</li>}
      </ul>
    </div>
  );
}
