import { useFormatter, useTranslations } from "next-intl";

import type { EnergyReport as Report } from "@/lib/insight/reports/schema";

import type { Asked } from "./report-card";
import { SeriesCard } from "./series-card";

/** Energy, and the CO₂ that it saved with what that was reckoned with. */
export function EnergyReport({ report, asked }: { report: Report; asked: Asked }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const said = ({ energyKwh, co2SavedKg }: Report["total"]) =>
    `${t("kWh", { kWh: Math.round(energyKwh) })} · ${t("kg", { kg: Math.round(co2SavedKg) })} CO₂`;
  return (
    <SeriesCard
      name="energy"
      chart="bars"
      unit={{ kind: "count" }}
      report={report}
      groups={report.groups.map((group) => ({
        key: group.key,
        value: group.energyKwh,
        text: t("kWh", { kWh: group.energyKwh }),
        cells: [
          format.number(group.energyKwh),
          format.number(group.co2SavedKg),
          format.number(group.sessions),
        ],
      }))}
      head={[t("columns.energyKwh"), t("columns.co2SavedKg"), t("columns.sessions")]}
      total={said(report.total)}
      before={said(report.before.total)}
      note={t("co2Note", report.basis)}
      isEmpty={report.total.sessions === 0}
      asked={asked}
    />
  );
}
