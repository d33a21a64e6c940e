import { getTranslations } from "next-intl/server";

import { Money } from "@/components/station/money";
import { When } from "@/components/ui/when";
import type { SessionView } from "@/lib/charging/sessions/schema";

/** What was charged and paid, the latest first, each with its receipt. */
export async function Receipts({ sessions }: { sessions: readonly SessionView[] }) {
  const t = await getTranslations("ownerPage");
  const paid = sessions.filter(({ receiptNumber }) => receiptNumber !== null);
  if (paid.length === 0) return <p className="text-sm text-ink-soft">{t("noReceipts")}</p>;
  return (
    <ul className="-my-2 divide-y text-sm">
      {paid.map(({ id, receiptNumber, kWh, totals, startedAt, timeZone }) => (
        <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
          <div className="min-w-0">
            <a href={`/api/v1/receipts/${receiptNumber}.html`} className="link tabular">
              {receiptNumber}
            </a>
            <p className="text-ink-soft">
              <When at={startedAt} timeZone={timeZone} />
            </p>
          </div>
          <p className="tabular shrink-0 text-right">
            {totals && <Money of={totals.total} />}
            {kWh !== null && <span className="block text-ink-soft">{t("kwh", { kwh: kWh })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
