"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import { dateFormat } from "@/lib/core/units";
import type { PasskeyView } from "@/lib/people/passkeys/schema";

import { ActionButton } from "../form/action-button";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { useViewerZone } from "../station/viewer-zone";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** One passkey: what it is called, since when it is there, when it was used, and how it goes. */
export function PasskeyRow({
  passkey: { id, name, createdAt, lastUsedAt },
  rename,
  remove,
}: {
  passkey: PasskeyView;
  rename: FormAction;
  remove: FieldsAction<{ id: string }>;
}) {
  const t = useTranslations("passkeys");
  const format = useFormatter();
  const timeZone = useViewerZone() ?? "UTC";
  const day = (at: string) => format.dateTime(new Date(at), { ...dateFormat, timeZone });
  return (
    <li className="space-y-3 py-4 first:pt-0 last:pb-0">
      <p className="font-semibold wrap-anywhere">
        {name}
        <span className="block text-sm font-normal text-ink-soft">
          {t("given", { when: day(createdAt) })}
          {" · "}
          {lastUsedAt ? t("used", { when: day(lastUsedAt) }) : t("unused")}
        </span>
      </p>
      <div className="flex flex-col items-start gap-2 sm:flex-row sm:items-end">
        <ActionForm
          action={rename}
          label={name}
          className="flex w-full min-w-0 flex-1 items-end gap-2"
        >
          <input type="hidden" name="id" value={id} />
          <div className="min-w-0 flex-1">
            <Field name="name" scope={id} label={t("name")}>
              {(control) => <Input {...control} defaultValue={name} autoComplete="off" />}
            </Field>
          </div>
          <SubmitButton look="secondary">{t("rename")}</SubmitButton>
        </ActionForm>
        <ActionButton
          action={remove}
          input={{ id }}
          label={t("remove")}
          look="danger"
          done={t("removed", { name })}
          ask={{
            title: t("removeTitle", { name }),
            text: t("removeText"),
            confirm: t("removeConfirm"),
          }}
        />
      </div>
    </li>
  );
}
