import { useFormatter, useTranslations } from "next-intl";

import type { TariffMode } from "@/lib/money/tariffs/schema";

/** What a booking is expected to cost, in minor units, as `estimatePrice` makes it. */
export interface EstimateLines {
  readonly energyWh: number | null;
  readonly energyMinor: number;
  readonly timeMinor: number;
  readonly feeMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

/** The estimate line by line; lines of nothing fall out. `digits` are the currency's decimal places. */
export function Estimate({
  lines,
  mode,
  currency,
  digits,
  taxPercent,
}: {
  lines: EstimateLines;
  mode: TariffMode;
  currency: string;
  digits: number;
  taxPercent: number;
}) {
  const t = useTranslations("book");
  const format = useFormatter();
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const money = (minor: number) =>
    format.number(minor / 10 ** digits, { style: "currency", currency, ...places });
  const rows = [
    { name: t("energyLine"), minor: lines.energyMinor },
    { name: t("timeLine"), minor: lines.timeMinor },
    { name: t(mode === "Hybrid" ? "minimumLine" : "feeLine"), minor: lines.feeMinor },
    { name: t("taxLine", { percent: taxPercent }), minor: lines.taxMinor },
  ].filter(({ minor }) => minor > 0);
  const note = {
    Flat: () => t("estimateNoteFlat"),
    Time: () => t("estimateNoteTime"),
    Energy: () => t("estimateNote", { kwh: (lines.energyWh ?? 0) / 1_000 }),
    Hybrid: () => t("estimateNote", { kwh: (lines.energyWh ?? 0) / 1_000 }),
  }[mode]();
  return (
    <>
      <dl className="tabular space-y-2 text-sm">
        {rows.map(({ name, minor }) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-ink-soft">{name}</dt>
            <dd>{money(minor)}</dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-t pt-3 text-base font-semibold">
          <dt>{t("total")}</dt>
          <dd className="text-xl">{money(lines.totalMinor)}</dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-ink-soft">{note}</p>
    </>
  );
}
