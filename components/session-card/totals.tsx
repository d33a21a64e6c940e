import { useTranslations } from "next-intl";

import type { ReceiptView, SessionPreview } from "@/lib/charging/sessions/schema";

import { type Amount, useMoney } from "../station/money";
import { cn } from "../ui/class-names";

const isSome = ({ amount }: Amount) => Number(amount) > 0;

const lines = ["energy", "time", "fee", "tax"] as const;
type Line = (typeof lines)[number];

/** The total, by those of its lines that are given. */
export function Totals({
  totals,
}: {
  totals: { readonly [L in Line]?: Amount } & { readonly total: Amount };
}) {
  const t = useTranslations("finalize");
  const money = useMoney();
  return (
    <dl className="tabular space-y-1 text-sm" aria-live="polite">
      {lines.map((line) => {
        const amount = totals[line];
        return (
          amount &&
          isSome(amount) && (
            <div key={line} className="flex justify-between gap-4 text-ink-soft">
              <dt>{t(`lines.${line}`)}</dt>
              <dd className="shrink-0 whitespace-nowrap">{money(amount)}</dd>
            </div>
          )
        );
      })}
      <div className="flex items-baseline justify-between gap-4 border-t pt-2 text-xl font-semibold">
        <dt>{t("total")}</dt>
        <dd className="whitespace-nowrap">{money(totals.total)}</dd>
      </div>
    </dl>
  );
}

/** What was received, and how; nothing where it was nothing. */
export function Received({ payment: { mode, amount } }: Pick<ReceiptView, "payment">) {
  const t = useTranslations("finalize");
  const money = useMoney();
  if (!isSome(amount)) return null;
  return (
    <p className="tabular mt-2 flex justify-between gap-4 text-sm">
      <span>{mode ? t(`receivedBy.${mode}`) : t("received")}</span>
      <span className="shrink-0 whitespace-nowrap">{money(amount)}</span>
    </p>
  );
}

/** What is to be given back or still due; nothing where it is paid to the cent. */
export function Settlement({
  payment: { change, due },
}: {
  payment: (SessionPreview | ReceiptView)["payment"];
}) {
  const t = useTranslations("finalize");
  const money = useMoney();
  const [words, amount, look] = isSome(change)
    ? ([t("change"), change, "text-success"] as const)
    : ([t("due"), due, "text-danger"] as const);
  if (!isSome(amount)) return null;
  return (
    <output
      className={cn(
        "tabular flex basis-full items-baseline justify-between gap-4 text-lg font-semibold",
        look,
      )}
    >
      <span>{words}</span>
      <span className="whitespace-nowrap">{money(amount)}</span>
    </output>
  );
}
