import { Banknote, Coins, HandCoins, ReceiptText } from "lucide-react";
import { useTranslations } from "next-intl";

import type { CashReport } from "@/lib/insight/reports/schema";

import { useMoney } from "../station/money";
import { FigureTile } from "../ui/figure-tile";

const tiles = [
  ["keptIn", "kept", Banknote],
  ["receivedIn", "received", HandCoins],
  ["changeIn", "change", Coins],
  ["dueIn", "due", ReceiptText],
] as const;

/** What all rows add up to, a line a currency: sums over several mean nothing. */
export function CashTotals({ totals }: Pick<CashReport, "totals">) {
  const t = useTranslations("cashReport");
  const money = useMoney();
  if (totals.length === 0) return null;
  /** An amount says its currency itself; only where there are several does one look for them. */
  const isOne = totals.length === 1;
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {totals.flatMap((total) =>
        tiles.map(([label, name, icon]) => (
          <FigureTile
            key={`${total.kept.currency} ${name}`}
            icon={icon}
            label={isOne ? t(name) : t(label, { currency: total.kept.currency })}
            value={money(total[name])}
          />
        )),
      )}
    </dl>
  );
}
