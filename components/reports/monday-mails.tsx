import { Mail, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { z } from "zod";

import type { FieldsAction } from "@/lib/http/action";
import {
  reportFormat,
  reportName,
  type ReportSubscriptionView,
  type SubscribeReport,
} from "@/lib/insight/reports/schema";

import { ActionButton } from "../form/action-button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";
import { When } from "../ui/when";

const groups = ["day", "station"] as const;

/** Asks which report is to come every Monday by mail; `stationId` is the one that the page shows. */
export function AskForMondays({
  action,
  stations,
  stationId,
}: {
  action: FieldsAction<z.input<typeof SubscribeReport>>;
  stations: readonly { readonly id: string; readonly name: string }[];
  stationId?: string | undefined;
}) {
  const t = useTranslations("mondayMails");
  const names = useTranslations("reports");
  return (
    <ActionButton
      action={action}
      label={t("ask")}
      icon={<Mail aria-hidden />}
      look="secondary"
      done={t("asked")}
      ask={{
        title: t("ask"),
        text: t("askText"),
        confirm: t("confirm"),
        fields: (
          <div className="grid gap-4 sm:grid-cols-2">
            <Choice name="report" label={t("report")} value="revenue">
              {reportName.options.map((name) => ({ value: name, label: names(`names.${name}`) }))}
            </Choice>
            <Choice name="format" label={t("format")} value="xlsx">
              {reportFormat.options.map((value) => ({ value, label: t(`formats.${value}`) }))}
            </Choice>
            <Choice name="groupBy" label={t("rows")} value="day">
              {groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
            </Choice>
            {stations.length > 1 && (
              <Choice name="stationId" label={t("station")} value={stationId ?? ""}>
                {[
                  { value: "", label: t("allStations") },
                  ...stations.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              </Choice>
            )}
          </div>
        ),
      }}
    />
  );
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: keyof z.input<typeof SubscribeReport>;
  label: string;
  value: string;
  children: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <Field name={name} label={label} scope="mondays">
      {(control) => (
        <SearchedSelect label={label} count={children.length}>
          <Select {...control} defaultValue={value}>
            {children.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </Select>
        </SearchedSelect>
      )}
    </Field>
  );
}

/** What comes to the reader every Monday, folded away, each to be removed; nothing where nothing does. */
export function MondayMails({
  action,
  subscriptions,
  isEnded,
}: {
  action: FieldsAction<{ id: string }>;
  subscriptions: readonly ReportSubscriptionView[];
  /** Whether the reader has ended all mails about reports. */
  isEnded: boolean;
}) {
  const t = useTranslations("mondayMails");
  const names = useTranslations("reports");
  if (subscriptions.length === 0) return null;
  return (
    <details className="rounded-lg border bg-surface px-4 shadow-sm sm:px-6" open={isEnded}>
      <summary className="flex min-h-11 cursor-pointer items-center rounded-sm text-sm font-medium">
        {t("mine", { count: subscriptions.length })}
      </summary>
      {isEnded && (
        <Notice kind="warning">
          {t("ended")}{" "}
          <Link href="/notifications/settings" className="link">
            {t("toSettings")}
          </Link>
        </Notice>
      )}
      <ul className="divide-y pb-2">
        {subscriptions.map(({ id, report, groupBy, format, stationId, stationName, ...one }) => {
          const name = names(`names.${report}`);
          const place = stationId === null ? t("allStations") : stationName;
          return (
            <li key={id} className="flex items-center justify-between gap-4 py-2">
              <div className="min-w-0 text-sm">
                <p className="font-medium break-words">{name}</p>
                <p className="break-words text-ink-soft">
                  {[place, t(`by.${groupBy}`), t(`formats.${format}`)].filter(Boolean).join(" · ")}
                </p>
                {!isEnded && (
                  <p className="text-ink-soft">
                    {t("next")} <When at={one.nextAt} timeZone={one.timeZone} />
                  </p>
                )}
              </div>
              <ActionButton
                action={action}
                input={{ id }}
                label={t("removeIt")}
                name={t("remove", { report: name })}
                icon={<Trash2 aria-hidden />}
                look="secondary"
                size="sm"
                done={t("removed")}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
