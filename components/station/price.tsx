import { useTranslations } from "next-intl";

import type { PricingView } from "@/lib/money/tariffs/schema";

import { useMoney } from "./money";

const isFree = (fee: PricingView["fee"]) => Number(fee?.amount ?? 0) === 0;

/** The price in a word or two, for lists. */
export function PriceShort({
  pricing,
}: {
  pricing: Pick<PricingView, "mode" | "fee" | "perHour" | "perKwh">;
}) {
  const t = useTranslations("price");
  const money = useMoney();
  const { fee, perHour, perKwh } = pricing;
  switch (pricing.mode) {
    case "Flat":
      return isFree(fee) ? t("free") : t("flat", { fee: money(fee) });
    case "Time":
      return t("timeExact", { rate: money(perHour) });
    default:
      return t("energy", { rate: money(perKwh) });
  }
}

/** The price in full sentences: what is charged, what comes on top, what a late cancellation costs. */
export function PriceWords({ pricing }: { pricing: PricingView }) {
  const t = useTranslations("price");
  const money = useMoney();
  const { mode, fee, perHour, perKwh, minimumFee, lateCancelFee, taxPercent } = pricing;
  const minutes = pricing.billingIncrementMinutes;
  const headline = {
    Flat: () => (isFree(fee) ? t("free") : t("flat", { fee: money(fee) })),
    Time: () => {
      const rate = money(perHour);
      return minutes === null ? t("timeExact", { rate }) : t("time", { rate, minutes });
    },
    Energy: () => t("energy", { rate: money(perKwh) }),
    Hybrid: () => t("hybrid", { rate: money(perKwh), minimum: money(minimumFee) }),
  }[mode]();
  const metered = mode === "Energy" || mode === "Hybrid";
  const hasLateFee = lateCancelFee && !isFree(lateCancelFee);
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
