import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { phoneInWords } from "@/lib/core/phones";
import { dateFormat } from "@/lib/core/units";
import type { AuditView } from "@/lib/records/audit/schema";

import { plugName } from "../station/car-need";
import { useMoney } from "../station/money";
import { zoneName } from "../station/zone-name";
import { StateName, useTextName } from "./audit-names";
import { shownChanges } from "./audit-words";

/** From which state to which, and why. */
export function AuditStep({
  entity,
  from,
  to,
  reason,
}: Pick<AuditView, "from" | "to" | "reason"> & { readonly entity: string }) {
  const t = useTranslations("audits");
  if (!from && !to && !reason) return null;
  return (
    <span>
      {(from || to) && (
        <span className="inline-flex flex-wrap items-center gap-1">
          {from && from !== to && (
            <>
              <StateName entity={entity} state={from} />
              <ArrowRight aria-hidden className="size-3.5 text-ink-soft" />
              <span className="sr-only">{t("became")}</span>
            </>
          )}
          <StateName entity={entity} state={to ?? from ?? ""} />
        </span>
      )}
      {reason && <span className="block text-ink-soft">{t("because", { reason })}</span>}
    </span>
  );
}

/** The fields whose values are of lists of ours; anything else is what somebody wrote. */
const ofLists = new Set(
  "act approval channel conflict defaultApproval mode role source status type".split(" "),
);

/** How many fields are named of changes that are folded away. */
const mostNames = 3;

/** What changed besides what the sentence tells, field by field; folded away where it is much, with the names of what it is about. */
export function AuditChanges({
  changes,
  timeZone,
}: Pick<AuditView, "changes"> & { readonly timeZone: string }) {
  const t = useTranslations("audits");
  const format = useFormatter();
  const fields = useTranslations("audits.fields");
  const values = useTranslations("audits.values");
  const states = useTranslations("audits.states");
  const settings = useTranslations("settings.names");
  const money = useMoney();
  const textName = useTextName();
  const shown = shownChanges(changes, {
    money,
    number: (value, field) =>
      field.endsWith("energyWh") ? t("kWh", { kWh: value / 1_000 }) : format.number(value),
    day: (date) =>
      format.dateTime(new Date(`${date}T12:00:00Z`), { ...dateFormat, timeZone: "UTC" }),
    hours: (from, to) => t("hours", { from, to }),
    onDay: (day, facts) => t("onDay", { day, facts }),
    count: (count) => format.number(count),
    instant: (instant) =>
      `${format.dateTime(instant, "instant", { timeZone })} ${zoneName(timeZone)}`,
    field: (field) => {
      if (fields.has(field as "name")) return fields(field as "name");
      return settings.has(field as "leadMinutes") ? settings(field as "leadMinutes") : undefined;
    },
    value: (value, field) => {
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      if (field === "name" && textName(value)) return textName(value);
      if (field === "standard") return plugName(value);
      if (/^phone$|\.phone$/.test(field)) return phoneInWords(value);
      const isOurs = ofLists.has(field.split(".").at(-1) ?? "") && !(value in {});
      if (isOurs && states.has(value as "Active")) return states(value as "Active");
      return isOurs && values.has(value as "Flat") ? values(value as "Flat") : undefined;
    },
  });
  if (shown.length === 0) return null;
  const list = (
    <dl className="mt-1 space-y-0.5">
      {shown.map(({ field, before, after }) => (
        <div key={field} className="text-ink-soft">
          <dt className="inline-block first-letter:uppercase">{field}:</dt>{" "}
          <dd className="inline text-ink">
            {before === null ? after : t("was", { before, after })}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (shown.length <= 2) return list;
  const names = [...new Set(shown.map(({ about }) => about))];
  return (
    <details className="mt-1">
      <summary className="link inline cursor-pointer">
        {t("changes", {
          names: names.slice(0, mostNames).join(", "),
          more: Math.max(0, names.length - mostNames),
        })}
      </summary>
      {list}
    </details>
  );
}
