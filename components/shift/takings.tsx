import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { ShiftReport } from "@/lib/insight/reports/schema";

import { useMoney } from "../station/money";
import { Card, CardHeader } from "../ui/card";

type Taking = ShiftReport["takings"][number];

const cell = "py-2.5 pl-4 text-right tabular first:pl-0 first:text-left";

/** What was taken, by who took it and how; below it the sums of each currency. */
export function Takings({ takings, totals }: Pick<ShiftReport, "takings" | "totals">) {
  const t = useTranslations("shift");
  const money = useMoney();
  const format = useFormatter();
  const who = ({ own, operator }: Taking) => (own ? t("you") : (operator ?? t("nobody")));
  const by = (row: Taking) =>
    t("whoAndHow", { who: who(row), how: t(`modes.${row.mode ?? "none"}`) });
  const name = (row: Taking) => `${row.operatorId} ${row.mode} ${row.kept.currency}`;
  return (
    <Card aria-labelledby="takings">
      <CardHeader id="takings" title={t("takings")} />
      {takings.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("noTakings")}</p>
      ) : (
        <table className="w-full text-sm">
          <thead>
            <tr className="text-ink-soft">
              <Head>{t("by")}</Head>
              <Head>{t("sessions")}</Head>
              <Head>{t("kept")}</Head>
              <Head>{t("due")}</Head>
            </tr>
          </thead>
          <tbody className="divide-y border-y">
            {takings.map((row) => (
              <tr key={name(row)}>
                <th scope="row" className={`${cell} font-normal`}>
                  {by(row)}
                </th>
                <td className={cell}>{format.number(row.sessions)}</td>
                <td className={cell}>{money(row.kept)}</td>
                <td className={cell}>{money(row.due)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {totals.map((total) => (
              <tr key={total.kept.currency} className="font-semibold">
                <th scope="row" className={cell}>
                  {t("total", { currency: total.kept.currency })}
                </th>
                <td className={cell}>{format.number(total.sessions)}</td>
                <td className={cell}>{money(total.kept)}</td>
                <td className={cell}>{money(total.due)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      )}
    </Card>
  );
}

const Head = ({ children }: { children: ReactNode }) => (
  <th scope="col" className={`${cell} font-medium`}>
    {children}
  </th>
);
