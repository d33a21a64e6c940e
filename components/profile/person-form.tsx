import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { MeView, UpdateProfile } from "@/lib/people/accounts/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SavedNote } from "./saved-note";
import { SubmitButton } from "../form/submit-button";
import { Card, CardHeader } from "../ui/card";

/** Who one is: name, email, phone, and an identity number, which is given once. */
export function PersonForm({
  action,
  me,
  children,
}: {
  action: FormAction<UpdateProfile>;
  me: MeView;
  /** What stands above the fields. */
  children?: ReactNode;
}) {
  const t = useTranslations("profile");
  const ui = useTranslations("ui");
  return (
    <Card aria-labelledby="person">
      <CardHeader id="person" title={t("person")} />
      {children}
      <ActionForm action={action}>
        <FormGuard />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="name" label={t("name")} defaultValue={me.name} autoComplete="name" />
          <TextField
            name="phone"
            type="tel"
            label={t("phone")}
            defaultValue={me.phone ?? ""}
            autoComplete="tel"
          />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            defaultValue={me.email}
            autoComplete="email"
          />
          {me.ownerNic === null ? (
            <TextField
              name="nic"
              label={t("nic")}
              hint={t("nicHint")}
              optional={ui("optional")}
              autoComplete="off"
            />
          ) : (
            <div className="space-y-1.5 text-sm">
              <p className="font-medium">{t("nic")}</p>
              <p className="tabular flex min-h-11 items-center">{me.ownerNic}</p>
            </div>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t("save")}</SubmitButton>
          <SavedNote />
        </div>
      </ActionForm>
    </Card>
  );
}
