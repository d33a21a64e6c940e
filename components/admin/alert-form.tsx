"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { SelectField, TextAreaField, TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { Card } from "../ui/card";
import { Segmented } from "../ui/segmented";
import { type FindPeople, PeoplePicker } from "./people-picker";

/** Nobody is told by default: to tell everybody is a choice. */
const audiences = ["chosen", "everybody"] as const;

/** What is told to everybody who may sign in, or to people who are chosen by name, in their inboxes. */
export function AlertForm({
  action,
  findPeople,
  children,
}: {
  action: FormAction;
  findPeople: FindPeople;
  /** The options of what it is about. */
  children: ReactNode;
}) {
  const t = useTranslations("alert");
  const [audience, setAudience] = useState<(typeof audiences)[number]>("chosen");
  return (
    <Card>
      <ActionForm action={action} label={t("title")}>
        <FormGuard />
        <Segmented
          legend={t("audience")}
          name="audience"
          options={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
          value={audience}
          onChange={setAudience}
        />
        {audience === "chosen" ? (
          <PeoplePicker find={findPeople} />
        ) : (
          <p className="text-sm text-ink-soft">{t("everybodyText")}</p>
        )}
        <TextField name="title" label={t("subject")} maxLength={120} />
        <TextAreaField name="message" label={t("message")} rows={5} maxLength={2000} />
        <SelectField name="type" label={t("type")} defaultValue="system">
          {children}
        </SelectField>
        <SubmitButton className="w-full sm:w-auto">
          {t(audience === "chosen" ? "send" : "sendToAll")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
