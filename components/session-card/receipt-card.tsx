import { Printer, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { ReceiptView } from "@/lib/charging/sessions/schema";

import { useMoney } from "../station/money";
import { usePlaceWords } from "../station/place-groups";
import { Button } from "../ui/button";
import { ButtonLink, ExternalButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { When } from "../ui/when";
import { Received, Settlement, Totals } from "./totals";
import { useShare } from "./use-share";

/** The receipt of a finished session: to read, to print, and to hand to the driver's phone. */
export function ReceiptCard({ receipt }: { receipt: ReceiptView }) {
  const t = useTranslations("finalize.receipt");
  const money = useMoney();
  const share = useShare();
  const { plugs } = usePlaceWords();
  const { number, owner, station } = receipt;
  const address = `/api/v1/receipts/${encodeURIComponent(number)}`;
  return (
    <div className="max-w-xl space-y-4">
      <Notice kind="success" title={t("done")}>
        {t("doneText", { total: money(receipt.total) })}
      </Notice>
      <Card as="article" aria-label={number} className="space-y-4">
        <Facts
          rows={[
            { name: t("number"), value: <span className="tabular">{number}</span> },
            {
              name: t("driver"),
              value: [owner.name, owner.vehiclePlate].filter(Boolean).join(" · "),
            },
            {
              name: t("connector"),
              value: [String(receipt.connectorNumber), plugs(receipt.connectorPlugs ?? [])]
                .filter(Boolean)
                .join(" · "),
            },
            { name: t("from"), value: <When at={receipt.startedAt} timeZone={station.timeZone} /> },
            { name: t("to"), value: <When at={receipt.endedAt} timeZone={station.timeZone} /> },
            {
              name: t("energy"),
              value: receipt.kWh === null ? t("noReading") : t("kWh", { kWh: receipt.kWh }),
            },
          ]}
        />
        <ul className="tabular space-y-1 border-t pt-4 text-sm">
          {receipt.lines.map(({ text, amount }) => (
            <li key={text} className="flex justify-between gap-4">
              <span>{text}</span>
              <span className="shrink-0 whitespace-nowrap">{money(amount)}</span>
            </li>
          ))}
        </ul>
        <div>
          <Totals totals={{ tax: receipt.tax, total: receipt.total }} />
          <Received payment={receipt.payment} />
          <Settlement payment={receipt.payment} />
        </div>
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button className="h-14 flex-1 text-lg" onClick={() => void share(number, address)}>
          <Share2 aria-hidden />
          {t("share")}
        </Button>
        <ExternalButtonLink href={`${address}.html`} look="secondary" className="h-14 flex-1">
          <Printer aria-hidden />
          {t("print")}
        </ExternalButtonLink>
      </div>
      <ButtonLink href="/operator" look="quiet" className="w-full">
        {t("back")}
      </ButtonLink>
    </div>
  );
}
