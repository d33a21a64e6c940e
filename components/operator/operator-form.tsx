import { useTranslations } from "next-intl";

import type { OperatorView } from "@/lib/accounts/schema";

import { ActionForm } from "../form/action-form";
import { PasswordField, TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { type AssignableStation, StationChecklist } from "./station-checklist";

/** An operator's details and stations: to be made, or to be changed. */
export function OperatorForm({
  action,
  operator,
  stations,
}: {
  action: FormAction;
  operator?: OperatorView;
  stations: readonly AssignableStation[];
}) {
  const t = useTranslations("operators");
  const ui = useTranslations("ui");
  return (
    <ActionForm action={action} label={t(operator ? "change" : "add")}>
      {operator && <input type="hidden" name="id" value={operator.id} />}
      <TextField name="name" label={t("name")} defaultValue={operator?.name} autoComplete="off" />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        defaultValue={operator?.email}
        autoComplete="off"
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        optional={operator?.phone ? undefined : ui("optional")}
        defaultValue={operator?.phone ?? undefined}
        autoComplete="off"
      />
      {!operator && (
        <PasswordField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          optional={ui("optional")}
          aria-required={false}
          autoComplete="new-password"
        />
      )}
      <StationChecklist stations={stations} assigned={operator?.stationIds ?? []} />
      <SubmitButton>{operator ? ui("save") : t("add")}</SubmitButton>
    </ActionForm>
  );
}
