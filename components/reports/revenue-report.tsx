import { useFormatter, useTranslations } from "next-intl";

import { moneyView } from "@/lib/core/money";
import type { RevenueReport as Report } from "@/lib/insight/reports/schema";

import { useMoney } from "../station/money";
import type { Asked } from "./report-card";
import { SeriesCard } from "./series-card";

/** What sessions came to; a series for each currency, as sums over several mean nothing. */
export function RevenueReport({ report, asked }: { report: Report; asked: Asked }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const money = useMoney();
  const { total, before } = report;
  const currencies = [...total.revenue, ...before.total.revenue].map(({ currency }) => currency);
  const of = (group: { readonly revenue: Report["total"]["revenue"] }, currency: string) =>
    group.revenue.find((sum) => sum.currency === currency) ?? moneyView(0, currency);
  const [first = "USD", ...others] = [...new Set(currencies)];
  return [first, ...others].map((currency) => (
    <SeriesCard
      key={currency}
      name="revenue"
      title={`${t("names.revenue")}, ${currency}`}
      chart="bars"
      unit={{ kind: "money", currency }}
      report={report}
      groups={report.groups.map((group) => ({
        key: group.key,
        value: Number(of(group, currency).amount),
        text: money(of(group, currency)),
        cells: [money(of(group, currency)), format.number(group.sessions)],
      }))}
      head={[t("columns.revenue"), t("columns.sessions")]}
      total={money(of(total, currency))}
      before={money(of(before.total, currency))}
      isEmpty={total.revenue.every((sum) => sum.currency !== currency)}
      asked={asked}
    />
  ));
}
