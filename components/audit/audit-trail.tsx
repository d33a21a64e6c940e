import { useTranslations } from "next-intl";

import type { AuditView } from "@/lib/records/audit/schema";

import { When } from "../ui/when";
import { AuditChanges, AuditStep } from "./audit-change";
import { ActorName, DeedName } from "./audit-names";

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
          <p className="font-medium">
            <DeedName action={audit.action} />
            <span className="font-normal text-ink-soft">
              {" "}
              · <ActorName actor={audit.actor} />
            </span>
          </p>
          <p className="text-ink-soft">
            <When at={audit.at} timeZone={timeZone} seconds />
          </p>
          <AuditStep {...audit} />
          <AuditChanges {...audit} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}
