import { useFormatter, useTranslations } from "next-intl";

import type { SessionView } from "@/lib/charging/sessions/schema";

import { useMoney } from "../station/money";
import { Card, CardHeader } from "../ui/card";
import { When } from "../ui/when";

/** Where and when a car charged last. */
export function HistoryCard({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useTranslations("cars");
  const format = useFormatter();
  const money = useMoney();
  if (sessions.length === 0) return null;
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title={t("history")} />
      <ul className="divide-y text-sm">
        {sessions.map(({ id, stationName, startedAt, timeZone, kWh, totals }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">{stationName}</span>
              <span className="block text-ink-soft">
                <When at={startedAt} timeZone={timeZone} />
              </span>
            </span>
            <span className="tabular font-medium">
              {[
                kWh == null ? null : t("kwh", { kWh: format.number(kWh) }),
                totals && money(totals.total),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
