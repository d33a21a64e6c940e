import { useTranslations } from "next-intl";

import type { TariffMode } from "@/lib/money/tariffs/schema";

import { type Amount, Money } from "../station/money";
import { Card, CardHeader } from "../ui/card";

/** What one session costs, line by line; lines of nothing are null. */
interface ExampleCharge {
  readonly energy: Amount | null;
  readonly time: Amount | null;
  readonly fee: Amount | null;
  readonly tax: Amount;
  readonly total: Amount;
}

/** The same session with a meter's reading and without; null where it cannot be closed without. */
export interface TariffExample {
  readonly metered: ExampleCharge;
  readonly unmetered: ExampleCharge | null;
}

/** What a session would cost, line by line, as the price is typed. */
export function TariffExampleCard({
  example,
  mode,
}: {
  example: TariffExample | null;
  mode: TariffMode;
}) {
  const t = useTranslations("tariff");
  return (
    <Card aria-labelledby="example">
      <CardHeader id="example" title={t("example")} />
      <p className="mb-4 text-sm text-ink-soft">{t("exampleText")}</p>
      <output className="block space-y-5">
        {example ? (
          <>
            <Charge title={t("metered")} charge={example.metered} mode={mode} />
            {example.unmetered ? (
              <Charge title={t("unmetered")} charge={example.unmetered} mode={mode} />
            ) : (
              <p className="text-sm text-ink-soft">
                {t("unmetered")}: {t("needsMeter")}
              </p>
            )}
          </>
        ) : (
          <p className="text-sm text-ink-soft">{t("incomplete")}</p>
        )}
      </output>
    </Card>
  );
}

function Charge({
  title,
  charge,
  mode,
}: {
  title: string;
  charge: ExampleCharge;
  mode: TariffMode;
}) {
  const t = useTranslations("tariff");
  const lines = [
    [t("energyLine"), charge.energy],
    [t("timeLine"), charge.time],
    [t(mode === "Hybrid" ? "minimumLine" : "feeLine"), charge.fee],
    [t("taxLine"), charge.tax],
  ] as const;
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{title}</p>
      <dl className="tabular text-sm">
        {lines.map(
          ([name, amount]) =>
            amount && (
              <div key={name} className="flex justify-between gap-4 py-0.5 text-ink-soft">
                <dt>{name}</dt>
                <dd>
                  <Money of={amount} />
                </dd>
              </div>
            ),
        )}
        <div className="flex justify-between gap-4 border-t pt-1 font-semibold">
          <dt>{t("total")}</dt>
          <dd>
            <Money of={charge.total} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
