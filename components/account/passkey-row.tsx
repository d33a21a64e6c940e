"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import { dateFormat } from "@/lib/core/units";
import type { PasskeyView } from "@/lib/people/passkeys/schema";

import { ActionButton } from "../form/action-button";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { useViewerZone } from "../station/viewer-zone";

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
      <div className="flex flex-wrap items-end gap-2">
        <ActionForm action={rename} label={name} className="flex min-w-0 flex-1 items-end gap-2">
          <input type="hidden" name="id" value={id} />
          <div className="min-w-40 flex-1">
            <TextField name="name" label={t("name")} defaultValue={name} autoComplete="off" />
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
