import { Coins } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { moneyView } from "@/lib/core/money";
import type { RevenueReport } from "@/lib/insight/reports/schema";

import { BarChart } from "../charts/bar-chart";
import { ChartFrame } from "../charts/chart-frame";
import { useMoney } from "../station/money";
import { zoneName } from "../station/zone-name";
import { ChartCard } from "./chart-card";
import { useDayWords } from "./day-words";

/** What each day brought; a chart for each currency, as sums over several mean nothing. */
export function RevenueCard({ report }: { report: RevenueReport }) {
  const t = useTranslations("consoleHome");
  const { timeZone, total } = report;
  return (
    <ChartCard
      id="revenue"
      title={t("revenueByDay")}
      text={t("revenueByDayText", { zone: zoneName(timeZone ?? "UTC") })}
      empty={
        total.revenue.length === 0 && {
          icon: Coins,
          title: t("revenueEmpty"),
          text: t("revenueEmptyText"),
        }
      }
    >
      <div className="space-y-6">
        {total.revenue.map(({ currency }) => (
          <RevenueChart key={currency} report={report} currency={currency} />
        ))}
      </div>
    </ChartCard>
  );
}

function RevenueChart({ report, currency }: { report: RevenueReport; currency: string }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const money = useMoney();
  const day = useDayWords();
  const inCurrency = (group: { revenue: RevenueReport["total"]["revenue"] }) =>
    group.revenue.find((sum) => sum.currency === currency) ?? moneyView(0, currency);
  const points = report.groups.map((group) => {
    const sum = inCurrency(group);
    return {
      key: group.key,
      label: day(group.key, "full"),
      short: day(group.key, "short"),
      value: Number(sum.amount),
      text: money(sum),
      sessions: group.sessions,
    };
  });
  const title = `${t("revenueByDay")}, ${currency}`;
  return (
    <ChartFrame
      tableLabel={t("asTable")}
      summary={t("tableOf", { title })}
      head={[t("day"), t("amount"), t("sessions")]}
      rows={points
        .map(({ label, text, sessions }) => [label, text, format.number(sessions)])
        .toReversed()}
    >
      <BarChart
        title={title}
        description={t("revenueDescription", {
          from: day(report.from, "short"),
          to: day(report.to, "short"),
          total: money(inCurrency(report.total)),
        })}
        points={points}
        unit={{ kind: "money", currency }}
      />
    </ChartFrame>
  );
}
