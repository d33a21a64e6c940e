import { Building2, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { OfflineException } from "@/lib/charging/queue/schema";

import { DeedName } from "../audit/audit-names";
import { Money } from "../station/money";
import { Facts } from "../ui/facts";
import { When } from "../ui/when";
import { readTold } from "./read-told";

interface Props {
  readonly facts: OfflineException["facts"];
  readonly timeZone: string;
}

/** What was done on the phone, when by its clock, by whom, and with what. */
export function PhoneFacts({ facts, timeZone }: Props) {
  const t = useTranslations("exceptions");
  const acts = useTranslations("queue.acts");
  const modes = useTranslations("finalize.modes");
  const { kWh, minutes, payment, note, reason, chargesFee } = readTold(facts.told);
  return (
    <Side icon={<Smartphone aria-hidden />} title={t("onPhone")}>
      <Facts
        rows={[
          { name: t("done"), value: acts(facts.act) },
          { name: t("by"), value: facts.by },
          { name: t("at"), value: <When at={facts.at} timeZone={timeZone} /> },
          {
            name: t("connector"),
            value: facts.connectorNumber && t("number", { number: facts.connectorNumber }),
          },
          { name: t("energy"), value: kWh === undefined ? null : t("kWh", { kWh }) },
          { name: t("time"), value: minutes === undefined ? null : t("minutes", { minutes }) },
          { name: t("paidBy"), value: payment && modes(payment.mode) },
          {
            name: t("received"),
            value: payment?.amount && (
              <Money of={{ amount: payment.amount, currency: facts.currency }} />
            ),
          },
          { name: t("lateFee"), value: chargesFee ? t("charged") : null },
          { name: t("reason"), value: reason },
          { name: t("note"), value: note },
        ]}
      />
    </Side>
  );
}

/** What had been done here when the phone told it. */
export function HereFacts({ facts, timeZone, hasSession }: Props & { hasSession: boolean }) {
  const t = useTranslations("exceptions");
  const statuses = useTranslations("staffBookings.statuses");
  const { status, action, at, by } = facts.found;
  return (
    <Side icon={<Building2 aria-hidden />} title={t("here")}>
      <Facts
        rows={[
          { name: t("bookingWas"), value: statuses(status) },
          {
            name: t("last"),
            value: action && <LastDeed action={action} hasSession={hasSession} />,
          },
          { name: t("by"), value: action && (by ?? t("somebody")) },
          { name: t("at"), value: at && <When at={at} timeZone={timeZone} /> },
        ]}
      />
    </Side>
  );
}

/** Of a session its beginning is called what clerks call it. */
function LastDeed({ action, hasSession }: { action: string; hasSession: boolean }) {
  const acts = useTranslations("queue.acts");
  if (hasSession && action === "Create") return acts("CheckIn");
  return acts.has(action as "Finalize") ? acts(action as "Finalize") : <DeedName action={action} />;
}

function Side({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-md border p-4 [&_dd]:wrap-anywhere">
      <h3 className="mb-3 flex items-center gap-2 text-sm font-semibold [&_svg]:size-4 [&_svg]:text-ink-soft">
        {icon}
        {title}
      </h3>
      {children}
    </section>
  );
}
