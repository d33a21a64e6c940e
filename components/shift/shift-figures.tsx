import { Ban, CalendarX, LogIn, PlugZap, ReceiptText, Zap } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { ShiftReport } from "@/lib/insight/reports/schema";

import { FigureTile } from "../ui/figure-tile";

/** What was done in the time, in six figures; of some, how many by the reader. */
export function ShiftFigures({ report }: { report: ShiftReport }) {
  const t = useTranslations("shift");
  const format = useFormatter();
  const { checkedIn, finalized, aborted, noShows, left } = report;
  const figures = [
    { icon: LogIn, label: t("checkedIn"), value: withOwn(checkedIn) },
    { icon: ReceiptText, label: t("finalized"), value: withOwn(finalized) },
    { icon: Zap, label: t("energy"), value: t("kWh", { kWh: finalized.energyKwh }) },
    { icon: CalendarX, label: t("noShows"), value: format.number(noShows) },
    { icon: Ban, label: t("aborted"), value: format.number(aborted) },
    { icon: PlugZap, label: t("charging"), value: format.number(left.charging) },
  ];
  function withOwn({ sessions, own }: { sessions: number; own: number }) {
    return own === sessions ? format.number(sessions) : t("withOwn", { sessions, own });
  }
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-3 sm:grid-cols-3 print:grid-cols-3">
      {figures.map((figure) => (
        <FigureTile key={figure.label} {...figure} />
      ))}
    </dl>
  );
}
