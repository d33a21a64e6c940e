import { useTranslations } from "next-intl";

import type { AuditView } from "@/lib/records/audit/schema";

import { When } from "../ui/when";
import { AuditChanges, AuditStep } from "./audit-change";
import { ActorName } from "./audit-names";
import { AuditSentence } from "./audit-sentence";
import { untold } from "./sentence-facts";

/** What was done with a thing, as a record or its own history holds it. */
type TrailEntry = Pick<AuditView, "at" | "action" | "from" | "to" | "reason" | "changes"> & {
  readonly entity: string;
  readonly actor: Pick<AuditView["actor"], "role" | "name">;
};

/** What happened to one thing, newest first. */
export function AuditTrail({
  entries,
  timeZone,
}: {
  entries: readonly TrailEntry[];
  timeZone: string;
}) {
  const t = useTranslations("audits");
  if (entries.length === 0) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  return (
    <ol className="space-y-4 border-l pl-4 text-sm">
      {entries.map((entry) => (
        <li key={`${entry.at}${entry.action}`}>
          <p>
            <AuditSentence
              deed={entry}
              who={<ActorName actor={entry.actor} />}
              timeZone={timeZone}
            />
          </p>
          <p className="text-ink-soft">
            <When at={entry.at} timeZone={timeZone} seconds />
          </p>
          <AuditStep {...entry} />
          <AuditChanges changes={untold(entry)} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}
