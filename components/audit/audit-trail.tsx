import { useTranslations } from "next-intl";

import type { AuditView } from "@/lib/records/audit/schema";

import { When } from "../ui/when";
import { AuditChanges, AuditStep } from "./audit-change";
import { ActorName } from "./audit-names";
import { AuditSentence } from "./audit-sentence";
import { untold } from "./sentence-facts";

/** What happened to one thing, newest first. */
export function AuditTrail({
  audits,
  timeZone,
}: {
  audits: readonly AuditView[];
  timeZone: string;
}) {
  const t = useTranslations("audits");
  if (audits.length === 0) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  return (
    <ol className="space-y-4 border-l pl-4 text-sm">
      {audits.map((audit) => (
        <li key={audit.id}>
          <p>
            <AuditSentence
              deed={audit}
              who={<ActorName actor={audit.actor} />}
              timeZone={timeZone}
            />
          </p>
          <p className="text-ink-soft">
            <When at={audit.at} timeZone={timeZone} seconds />
          </p>
          <AuditStep {...audit} />
          <AuditChanges changes={untold(audit)} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}
