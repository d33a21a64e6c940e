import { useTranslations } from "next-intl";

import type { ReceiptView, SessionPreview } from "@/lib/charging/sessions/schema";

import { type Amount, useMoney } from "../station/money";

const lines = ["energy", "time", "fee", "tax"] as const;
type Line = (typeof lines)[number];

/** The total, by those of its lines that are given, and what is to be given back or still due. */
export function Totals({
  totals,
  payment,
}: {
  totals: { readonly [L in Line]?: Amount } & { readonly total: Amount };
  payment: (SessionPreview | ReceiptView)["payment"];
}) {
  const t = useTranslations("finalize");
  const money = useMoney();
  const isSome = ({ amount }: Amount) => Number(amount) > 0;
  return (
    <dl className="tabular space-y-1 text-sm" aria-live="polite">
      {lines.map((line) => {
        const amount = totals[line];
        return (
          amount &&
          isSome(amount) && (
            <div key={line} className="flex justify-between gap-4 text-ink-soft">
              <dt>{t(`lines.${line}`)}</dt>
              <dd>{money(amount)}</dd>
            </div>
          )
        );
      })}
      <div className="flex items-baseline justify-between gap-4 border-t pt-2 text-xl font-semibold">
        <dt>{t("total")}</dt>
        <dd>{money(totals.total)}</dd>
      </div>
      {isSome(payment.change) && (
        <div className="flex items-baseline justify-between gap-4 text-lg font-semibold text-success">
          <dt>{t("change")}</dt>
          <dd>{money(payment.change)}</dd>
        </div>
      )}
      {isSome(payment.due) && (
        <div className="flex items-baseline justify-between gap-4 text-lg font-semibold text-danger">
          <dt>{t("due")}</dt>
          <dd>{money(payment.due)}</dd>
        </div>
      )}
    </dl>
  );
}
