import { useFormatter, useTranslations } from "next-intl";

import { type DistanceUnit, per100In } from "@/lib/core/units";
import type { VehicleStats } from "@/lib/insight/reports/schema";

import { useMoney } from "../station/money";
import { Card, CardHeader } from "../ui/card";
import { Facts } from "../ui/facts";

/** What a car charged, what it cost, and what CO₂ that saved, with what that was reckoned with. */
export function FiguresCard({ stats, unit }: { stats: VehicleStats; unit: DistanceUnit }) {
  const t = useTranslations("cars");
  const format = useFormatter();
  const money = useMoney();
  const { totalSessions, energyKwh, costs, averageMinutes, co2SavedKg, basis } = stats;
  if (totalSessions === 0) return null;
  const kg = format.number(Math.abs(co2SavedKg), { maximumFractionDigits: 1 });
  return (
    <Card aria-labelledby="figures">
      <CardHeader id="figures" title={t("figures")} />
      <Facts
        rows={[
          { name: t("sessions"), value: format.number(totalSessions) },
          { name: t("energy"), value: t("kwh", { kWh: format.number(energyKwh) }) },
          { name: t("cost"), value: costs.map(money).join(", ") },
          {
            name: t("average"),
            value: averageMinutes === null ? null : t("minutes", { count: averageMinutes }),
          },
          { name: t(co2SavedKg < 0 ? "co2More" : "co2Saved"), value: t("kg", { kg }) },
        ]}
      />
      <p className="mt-4 text-sm text-ink-soft">
        {t("basis", {
          of: basis.isOwn ? "own" : "usual",
          unit,
          kwhPer100: per100In(unit, basis.kwhPer100Km),
          petrolGrams: Math.round(per100In(unit, basis.petrolGramsPerKm)),
          gridGramsPerKwh: basis.gridGramsPerKwh,
        })}
      </p>
    </Card>
  );
}
