"use client";

import { Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import { type ContentVersionWhole, lawLocale } from "@/lib/records/content/schema";

import { ActionButton } from "../form/action-button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface Publication {
  readonly id: string;
  readonly ifUpdatedAt?: string | undefined;
  readonly effectiveOn?: string | undefined;
  readonly requiresConsent?: boolean | undefined;
}

/** What becomes of a draft that is saved: it is published, or thrown away. */
export function DraftButtons({
  version,
  actions,
}: {
  version: ContentVersionWhole;
  actions: {
    readonly publish: FieldsAction<Publication>;
    readonly discard: FieldsAction<{ id: string }>;
  };
}) {
  const t = useTranslations("contentEditor");
  const { id, updatedAt: ifUpdatedAt, version: number } = version;
  const isTranslation = version.locale !== lawLocale;
  return (
    <>
      <ActionButton
        action={actions.discard}
        input={{ id }}
        label={t("discard")}
        icon={<Trash2 aria-hidden />}
        look="danger"
        size="sm"
        done={t("discarded")}
        ask={{
          title: t("discardTitle"),
          text: t("discardText"),
          confirm: t("discardConfirm"),
        }}
      />
      <ActionButton
        action={actions.publish}
        input={{ id, ifUpdatedAt }}
        label={t("publish")}
        icon={<Send aria-hidden />}
        size="sm"
        done={t("published", { version: number })}
        ask={{
          title: t("publishTitle", { version: number }),
          text: isTranslation ? t("publishTranslation") : t("publishText"),
          confirm: t("publishConfirm"),
          renderFields: (errorAt) =>
            !isTranslation && <Terms version={version} errorAt={errorAt} />,
        }}
      />
    </>
  );
}

/** From when an English version is in force, and whether it asks for consent: of terms and privacy. */
function Terms({
  version: { earliestAt, isLegal },
  errorAt,
}: {
  version: ContentVersionWhole;
  errorAt: (name: string) => string | undefined;
}) {
  const t = useTranslations("contentEditor");
  const optional = useTranslations("ui")("optional");
  const earliest = earliestAt && dayFrom(earliestAt);
  return (
    <>
      <Field
        name="effectiveOn"
        scope="dialog"
        label={t("effectiveOn")}
        hint={t(earliest ? "effectiveOnNotice" : "effectiveOnHint")}
        optional={earliest ? undefined : optional}
        error={errorAt("effectiveAt") ?? errorAt("effectiveOn")}
      >
        {(control) => (
          <Input
            {...control}
            type="date"
            min={earliest ?? undefined}
            defaultValue={earliest ?? ""}
          />
        )}
      </Field>
      {isLegal && (
        <>
          <input type="hidden" name="requiresConsent" value="false" />
          <Checkbox name="requiresConsent" label={t("requiresConsent")} defaultChecked />
        </>
      )}
    </>
  );
}

/** The first day, UTC, that begins at the instant or after it. */
function dayFrom(instant: string): string {
  const day = instant.slice(0, 10);
  if (new Date(day).toISOString() === instant) return day;
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
